package dev.bascule.ui;

import java.util.List;

/**
 * A bean of any room that has something to say across the top: a DCS out of sight, clusters paused,
 * break-glass in use. Asked on the UI's thread: answer from memory.
 */
public interface BannerSource extends Watched {
  /** What is true now, most important first. */
  List<Banner> banners();
}
