// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
import com.alibaba.otter.canal.client.impl.SimpleCanalConnector;
import com.alibaba.otter.canal.protocol.CanalEntry;
import com.alibaba.otter.canal.protocol.ClientIdentity;
import com.alibaba.otter.canal.protocol.Message;

import java.net.InetSocketAddress;

/**
 * The official Java client draining a backlog: gets, parses and acknowledges batches until nothing comes for a while. Prints
 * how many rows and the seconds from the first batch to the last ack.
 *
 *   java -cp CLASSPATH BenchDrain PORT DESTINATION CLIENT_ID BATCH_KB IDLE_SECONDS
 */
public class BenchDrain {
    public static void main(String[] args) throws Exception {
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0]));
        SimpleCanalConnector client = new SimpleCanalConnector(server, "", "", args[1]);
        java.lang.reflect.Field id = SimpleCanalConnector.class.getDeclaredField("clientIdentity");
        id.setAccessible(true);
        id.set(client, new ClientIdentity(args[1], Short.parseShort(args[2]), ""));
        int kilobytes = Integer.parseInt(args[3]);
        long idle = (long) (1e9 * Double.parseDouble(args[4])), rows = 0, batches = 0;
        client.connect();
        client.subscribe("");
        long first = 0, last = System.nanoTime();
        while (System.nanoTime() - last < idle) {
            Message message = client.getWithoutAck(kilobytes);
            if (message.getId() == -1) {
                Thread.sleep(10);
                continue;
            }
            if (first == 0) first = System.nanoTime();
            for (CanalEntry.Entry entry : message.getEntries())
                if (entry.getEntryType() == CanalEntry.EntryType.ROWDATA)
                    rows += CanalEntry.RowChange.parseFrom(entry.getStoreValue()).getRowDatasCount();
            client.ack(message.getId());
            ++batches;
            last = System.nanoTime();
        }
        client.disconnect();
        System.out.println("{\"rows\": " + rows + ", \"batches\": " + batches + ", \"seconds\": " + (last - first) / 1e9 + "}");
    }
}
