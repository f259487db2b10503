package dev.bascule.topology;

/** How the members of each DCS are, as they were asked a few seconds ago. */
public interface DcsMembers {
  /** Of a DCS by name; {@link DcsStrip#UNKNOWN} when it was not asked yet. */
  DcsStrip of(String dcs);
}
