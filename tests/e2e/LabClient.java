// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
import com.alibaba.otter.canal.client.*;
import com.alibaba.otter.canal.client.impl.SimpleCanalConnector;
import com.alibaba.otter.canal.protocol.*;
import java.net.InetSocketAddress;

/**
 * The official Java client as a consumer, one line per row on stdout, the referee of what a server really delivers.
 *
 *   java -cp CLASSPATH LabClient HOST PORT DESTINATION CLIENT_ID [USER PASSWORD] [idle seconds before it stops = 3] [ack|noack]
 */
public class LabClient {
    public static void main(String[] args) throws Exception {
        String user = args.length > 5 ? args[4] : "", password = args.length > 5 ? args[5] : "";
        long idleMs = 1000L * Integer.parseInt(args.length > 6 ? args[6] : "3");
        boolean ack = args.length <= 7 || args[7].equals("ack");
        SimpleCanalConnector client = new SimpleCanalConnector(new InetSocketAddress(args[0], Integer.parseInt(args[1])), user, password, args[2]);
        java.lang.reflect.Field id = SimpleCanalConnector.class.getDeclaredField("clientIdentity");
        id.setAccessible(true);
        id.set(client, new ClientIdentity(args[2], Short.parseShort(args[3]), ""));
        client.connect();
        client.subscribe("");
        client.rollback();
        long last = System.currentTimeMillis(), rows = 0;
        StringBuilder out = new StringBuilder();
        while (System.currentTimeMillis() - last < idleMs) {
            Message message = client.getWithoutAck(1000);
            if (message.getId() == -1 || message.getEntries().isEmpty()) { Thread.sleep(20); continue; }
            last = System.currentTimeMillis();
            for (CanalEntry.Entry entry : message.getEntries()) {
                if (entry.getEntryType() != CanalEntry.EntryType.ROWDATA) continue;
                CanalEntry.Header h = entry.getHeader();
                CanalEntry.RowChange change = CanalEntry.RowChange.parseFrom(entry.getStoreValue());
                String at = h.getLogfileName() + ":" + h.getLogfileOffset() + "\t" + h.getSchemaName() + "\t" + h.getTableName() + "\t" + change.getEventType();
                if (change.getRowDatasCount() == 0) { out.append(at).append("\tsql\t").append(escape(change.getSql())).append('\n'); rows++; }
                int n = 0;
                for (CanalEntry.RowData row : change.getRowDatasList()) {
                    out.append(at).append('\t').append(n++);
                    columns(out, "before", row.getBeforeColumnsList());
                    columns(out, "after", row.getAfterColumnsList());
                    out.append('\n');
                    rows++;
                }
            }
            System.out.print(out);
            out.setLength(0);
            if (ack) client.ack(message.getId());
        }
        if (!ack) client.rollback();
        client.disconnect();
        System.err.println(rows + " rows");
    }

    static void columns(StringBuilder out, String side, java.util.List<CanalEntry.Column> columns) {
        out.append('\t').append(side);
        for (CanalEntry.Column c : columns)
            out.append('\t').append(c.getIndex()).append(' ').append(c.getName()).append(c.getUpdated() ? "*" : "").append('=')
                .append(c.getIsNull() ? "NULL" : '"' + escape(c.getValue()) + '"');
    }

    static String escape(String s) { return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"); }
}
