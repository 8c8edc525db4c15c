package io.cardproof.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What the program holds, looked at again and again: heap in use after collection, threads,
 * handles.
 */
final class SoakFigures {
  private static final int THIRDS = 3;

  /** What more at the end is still called flat, in KiB. */
  private static final long HEAP_TOLERANCE = 2_048;

  private static final int COUNT_TOLERANCE = 2;

  private final List<Sample> samples = new ArrayList<>();

  /** One look. */
  record Sample(long heapKib, int threads, long handles) {
    @Override
    public String toString() {
      return heapKib + " KiB, " + threads + " threads, " + handles + " handles";
    }
  }

  /** Looks now; collects garbage first. */
  Sample look() {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    Sample sample = new Sample(heap / 1024, threads, handles());
    samples.add(sample);
    return sample;
  }

  /** Whether the last third holds no more than the middle one: the first one warms up. */
  boolean isFlat() {
    int third = samples.size() / THIRDS;
    if (third == 0) {
      return true;
    }
    Sample middle = median(samples.subList(third, 2 * third));
    Sample last = median(samples.subList(samples.size() - third, samples.size()));
    return last.heapKib() <= middle.heapKib() + HEAP_TOLERANCE
        && last.threads() <= middle.threads() + COUNT_TOLERANCE
        && last.handles() <= middle.handles() + COUNT_TOLERANCE;
  }

  private static Sample median(List<Sample> of) {
    return new Sample(
        of.stream().mapToLong(Sample::heapKib).sorted().toArray()[of.size() / 2],
        of.stream().mapToInt(Sample::threads).sorted().toArray()[of.size() / 2],
        of.stream().mapToLong(Sample::handles).sorted().toArray()[of.size() / 2]);
  }

  private static long handles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
