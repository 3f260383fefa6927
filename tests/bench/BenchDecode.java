// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
import com.alibaba.otter.canal.protocol.CanalEntry.Column;
import com.alibaba.otter.canal.protocol.CanalEntry.Entry;
import com.alibaba.otter.canal.protocol.CanalEntry.EntryType;
import com.alibaba.otter.canal.protocol.CanalEntry.RowChange;
import com.alibaba.otter.canal.protocol.CanalEntry.RowData;
import com.alibaba.otter.canal.protocol.CanalPacket.Messages;
import com.alibaba.otter.canal.protocol.CanalPacket.Packet;

import com.google.protobuf.ByteString;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a program does with the official Java client's classes: every entry parsed, every column looked at.
 *
 *   java -cp CLASSPATH BenchDecode FILE ROUNDS     all bytes in memory, over and over; prints the seconds of each round
 *   java -cp CLASSPATH BenchDecode FILE once       read the file once, frame by frame, and end
 */
public class BenchDecode {
    static long seen;

    public static void main(String[] args) throws Exception {
        if (args[1].equals("once")) {
            System.out.println("{\"rows\": " + parseOnce(args[0]) + "}");
        } else {
            byte[] all = Files.readAllBytes(Path.of(args[0]));
            StringJoiner seconds = new StringJoiner(", ", "[", "]");
            long rows = 0;
            for (int round = 0; round < Integer.parseInt(args[1]); ++round) {
                long start = System.nanoTime();
                rows = parseAll(all);
                seconds.add(String.valueOf((System.nanoTime() - start) / 1e9));
            }
            System.out.println("{\"rows\": " + rows + ", \"bytes\": " + all.length + ", \"seconds\": " + seconds + "}");
        }
        if (seen == 42) System.out.println(); // so that nothing is optimised away
    }

    static long parseAll(byte[] all) throws Exception {
        long rows = 0;
        for (int at = 0; at + 4 <= all.length;) {
            int length = (all[at] & 255) << 24 | (all[at + 1] & 255) << 16 | (all[at + 2] & 255) << 8 | all[at + 3] & 255;
            byte[] frame = new byte[length]; // as the client's socket channel hands it over
            System.arraycopy(all, at + 4, frame, 0, length);
            rows += parse(frame);
            at += 4 + length;
        }
        return rows;
    }

    static long parseOnce(String file) throws Exception {
        long rows = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(file), 1 << 20))) {
            for (;;) {
                byte[] frame = new byte[in.readInt()];
                in.readFully(frame);
                rows += parse(frame);
            }
        } catch (EOFException end) {
            return rows;
        }
    }

    static long parse(byte[] frame) throws Exception {
        Messages messages = Messages.parseFrom(Packet.parseFrom(frame).getBody());
        List<Entry> entries = new ArrayList<>();
        for (ByteString bytes : messages.getMessagesList()) entries.add(Entry.parseFrom(bytes));
        long rows = 0;
        for (Entry entry : entries) {
            if (entry.getEntryType() != EntryType.ROWDATA) continue;
            for (RowData row : RowChange.parseFrom(entry.getStoreValue()).getRowDatasList()) {
                ++rows;
                look(row.getBeforeColumnsList());
                look(row.getAfterColumnsList());
            }
        }
        return rows;
    }

    static void look(List<Column> columns) {
        for (Column column : columns) seen += column.getName().length() + column.getValue().length();
    }
}
