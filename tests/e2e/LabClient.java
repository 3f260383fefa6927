// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
import com.alibaba.otter.canal.client.impl.SimpleCanalConnector;
import com.alibaba.otter.canal.protocol.*;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The official Java client as a consumer, one line per row (or entry without rows) on stdout: the referee of what a server delivers.
 *
 *   java -cp CLASSPATH LabClient PORT DESTINATION CLIENT_ID USER PASSWORD IDLE_SECONDS ack|noack LINES
 *
 * Stops after IDLE_SECONDS without anything, or after so many LINES; with noack it gives everything back.
 */
public class LabClient {
    public static void main(String[] args) throws Exception {
        String destination = args[1];
        long idleMs = 1000L * Integer.parseInt(args[5]), most = Long.parseLong(args[7]);
        boolean ack = args[6].equals("ack");
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0]));
        SimpleCanalConnector client = new SimpleCanalConnector(server, args[3], args[4], destination);
        java.lang.reflect.Field id = SimpleCanalConnector.class.getDeclaredField("clientIdentity");
        id.setAccessible(true);
        id.set(client, new ClientIdentity(destination, Short.parseShort(args[2]), ""));
        client.connect();
        client.subscribe("");
        client.rollback();
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        long last = System.currentTimeMillis(), lines = 0;
        while (System.currentTimeMillis() - last < idleMs && lines < most) {
            Message message = client.getWithoutAck(1000);
            if (message.getId() == -1 || message.getEntries().isEmpty()) { Thread.sleep(20); continue; }
            last = System.currentTimeMillis();
            for (CanalEntry.Entry entry : message.getEntries())
                if (entry.getEntryType() == CanalEntry.EntryType.ROWDATA) lines += print(out, entry);
            if (ack) client.ack(message.getId());
        }
        out.flush();
        if (!ack) client.rollback();
        client.disconnect();
    }

    static long print(PrintStream out, CanalEntry.Entry entry) throws Exception {
        CanalEntry.Header h = entry.getHeader();
        CanalEntry.RowChange change = CanalEntry.RowChange.parseFrom(entry.getStoreValue());
        String at = h.getLogfileName() + ":" + h.getLogfileOffset() + "\t" + h.getSchemaName() + "\t" + h.getTableName()
            + "\t" + change.getEventType();
        if (change.getRowDatasCount() == 0) out.print(at + "\tsql\t" + escape(change.getSql()) + '\n');
        int n = 0;
        for (CanalEntry.RowData row : change.getRowDatasList()) {
            StringBuilder line = new StringBuilder(at).append('\t').append(n++);
            columns(line, "before", row.getBeforeColumnsList());
            columns(line, "after", row.getAfterColumnsList());
            out.print(line.append('\n'));
        }
        return Math.max(1, n);
    }

    static void columns(StringBuilder out, String side, List<CanalEntry.Column> columns) {
        out.append('\t').append(side);
        for (CanalEntry.Column c : columns)
            out.append('\t').append(c.getIndex()).append(' ').append(c.getName()).append(c.getUpdated() ? "*" : "").append('=')
                .append(c.getIsNull() ? "NULL" : '"' + escape(c.getValue()) + '"');
    }

    static String escape(String s) { return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"); }
}
