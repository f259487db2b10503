package dev.bascule.inventory.internal;

import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a name; tests have their own. */
interface NameService {
  /** All addresses; empty when there are none or none came in time. */
  List<InetAddress> addresses(String name);
}
