package org.roster.scim.it.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one operation on one side. */
record Series(List<Sample> samples) {

    double median(ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).min().orElse(0);
    }

    double greatest(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).max().orElse(0);
    }

    long errors() {
        return samples.stream().mapToLong(Sample::errors).sum();
    }

    String firstError() {
        return samples.stream()
                .map(Sample::firstError)
                .filter(e -> !e.isEmpty())
                .findFirst()
                .orElse("");
    }
}
