package dev.bascule.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param changes leader changes of each part, after some that warm up and don't count
 * @param switchovers real ones, by patronictl
 * @param clusters in the large fleet
 * @param rate changes a second over the large fleet
 * @param leadersEach of those, each how manieth is another leader
 * @param tabs open pages with the large fleet
 */
record Options(
    int changes,
    int switchovers,
    int clusters,
    int rate,
    int leadersEach,
    int tabs,
    Set<Part> parts) {
  /** The parts of the bench. */
  enum Part {
    SMALL,
    SWITCHOVERS,
    LARGE
  }

  private static final Options FULL =
      new Options(100, 5, 1000, 100, 10, 20, EnumSet.allOf(Part.class));
  private static final Options QUICK =
      new Options(20, 1, 100, 100, 10, 4, EnumSet.allOf(Part.class));

  static Options of(String[] words) {
    var options = Arrays.asList(words).contains("--quick") ? QUICK : FULL;
    for (int i = 0; i < words.length; i++) {
      options =
          switch (words[i]) {
            case "--quick" -> options;
            case "--changes" -> options.withChanges(number(words, ++i));
            case "--switchovers" -> options.withSwitchovers(number(words, ++i));
            case "--clusters" -> options.withClusters(number(words, ++i));
            case "--rate" -> options.withRate(number(words, ++i));
            case "--leaders-each" -> options.withLeadersEach(number(words, ++i));
            case "--tabs" -> options.withTabs(number(words, ++i));
            case "--only" -> options.only(Part.valueOf(word(words, ++i).toUpperCase(Locale.ROOT)));
            default -> throw new IllegalArgumentException("no such option: " + words[i]);
          };
    }
    return options;
  }

  private static String word(String[] words, int at) {
    if (at >= words.length) {
      throw new IllegalArgumentException(words[at - 1] + " needs a value");
    }
    return words[at];
  }

  private static int number(String[] words, int at) {
    var number = Integer.parseInt(word(words, at));
    if (number < 1 || number > 100_000) {
      throw new IllegalArgumentException(words[at - 1] + " " + number);
    }
    return number;
  }

  private Options withChanges(int number) {
    return new Options(number, switchovers, clusters, rate, leadersEach, tabs, parts);
  }

  private Options withSwitchovers(int number) {
    return new Options(changes, number, clusters, rate, leadersEach, tabs, parts);
  }

  private Options withClusters(int number) {
    return new Options(changes, switchovers, number, rate, leadersEach, tabs, parts);
  }

  private Options withRate(int number) {
    return new Options(changes, switchovers, clusters, number, leadersEach, tabs, parts);
  }

  private Options withLeadersEach(int number) {
    return new Options(changes, switchovers, clusters, rate, number, tabs, parts);
  }

  private Options withTabs(int number) {
    return new Options(changes, switchovers, clusters, rate, leadersEach, number, parts);
  }

  private Options only(Part part) {
    return new Options(changes, switchovers, clusters, rate, leadersEach, tabs, EnumSet.of(part));
  }
}
