package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.roster.scim.it.benchmark.Walk.Result.Tenth;

/**
 * Reads the whole directory, a hundred users on a page, and looks at the CPU time of each tenth of the way and at the heap.
 *
 * @param service Roster
 * @param round whose processes count
 */
record Walk(Service service, Round round) {

    static final int PAGE = 100;

    /**
     * What came out.
     *
     * @param way cursor or startIndex
     * @param pages that were read
     * @param whole whether that was all
     * @param live megabytes of heap that survive a full collection afterwards
     * @param tenths of the way, whatever was read of it
     * @param cursors of pages, as they were met
     */
    record Result(String way, int pages, boolean whole, double live, List<Tenth> tenths, List<String> cursors) {

        /** A part of the way: CPU milliseconds of a page, and megabytes of heap at its end. */
        record Tenth(int pages, double server, double database, double heap) {
            double cpu() {
                return server + database;
            }
        }

        /** CPU milliseconds of a page on the average. */
        double cpu() {
            return tenths.stream().mapToDouble(t -> t.cpu() * t.pages()).sum() / Math.max(1, pages);
        }

        double heap() {
            return tenths.stream().mapToDouble(Tenth::heap).max().orElse(0);
        }
    }

    Result byCursor(int users) throws IOException {
        return walk("cursor", users);
    }

    Result byIndex(int users) throws IOException {
        return walk("startIndex", users);
    }

    private Result walk(String way, int users) throws IOException {
        int all = (users + PAGE - 1) / PAGE;
        int step = Math.max(1, all / 10);
        long end = System.nanoTime() + Settings.walkSeconds() * 1_000_000_000L;
        Heap heap = new Heap(round.serverPid());
        List<Tenth> tenths = new ArrayList<>();
        List<String> cursors = new ArrayList<>(List.of(""));
        int page = 0;
        try (HttpConnection connection = new HttpConnection(service.port())) {
            while (page < all && System.nanoTime() < end) {
                CpuTime before = now();
                int first = page;
                while (page < all && page < first + step && System.nanoTime() < end) {
                    String query =
                            way.equals("cursor") ? "cursor=" + cursors.get(page) : "startIndex=" + (page * PAGE + 1);
                    Answer answer = connection.send(service.get("/Users?count=" + PAGE + "&" + query));
                    require(answer, Math.min(PAGE, users - page * PAGE));
                    cursors.add(answer.between("\"nextCursor\":\"", "\""));
                    page++;
                }
                CpuTime spent = now().minus(before);
                int pages = page - first;
                tenths.add(new Tenth(pages, spent.server() / pages, spent.database() / pages, heap.used()));
            }
        }
        return new Result(way, page, page == all, heap.live(), tenths, cursors);
    }

    private CpuTime now() {
        return CpuTime.now(round.serverPid(), round.postmasterPid());
    }

    private static void require(Answer answer, int wanted) {
        if (answer.status() != 200 || answer.count("\"userName\":") != wanted) {
            throw new IllegalStateException("a page without its " + wanted + " users: " + answer.brief());
        }
    }
}
