// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
import com.alibaba.otter.canal.instance.manager.CanalInstanceWithManager;
import com.alibaba.otter.canal.instance.manager.model.*;
import com.alibaba.otter.canal.parse.inbound.mysql.MysqlEventParser;
import com.alibaba.otter.canal.parse.inbound.mysql.tsdb.*;
import com.alibaba.otter.canal.protocol.position.EntryPosition;
import com.alibaba.otter.canal.server.embedded.CanalServerWithEmbedded;
import com.alibaba.otter.canal.server.exception.CanalServerException;
import com.alibaba.otter.canal.server.netty.CanalServerWithNetty;
import com.alibaba.otter.canal.common.zookeeper.running.*;

import java.net.InetSocketAddress;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real Canal server from its published jars, without the deployer: one TCP port, any number of destinations.
 *
 *   java -cp CLASSPATH LabServer port=11111 data=DIR dest=shop@127.0.0.1:3306 [dest=...] [option=value ...]
 *
 * Options before a dest= apply to that dest: filter, black, events (store size), memunit (bytes), mode (MEMSIZE|ITEMSIZE),
 * txsize (entries a transaction is cut at), ddlIsolation, gtid, dbuser, dbpass, charset. user= and passwd= (hex of
 * SHA1(SHA1(password)), MySQL's PASSWORD() without the star) switch authentication on for the whole server.
 */
public class LabServer {
    static final Map<String, String> options = new HashMap<>();
    static final Map<String, Map<String, String>> destinations = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        for (String arg : args) {
            String key = arg.substring(0, arg.indexOf('=')), value = arg.substring(arg.indexOf('=') + 1);
            if (!key.equals("dest")) { options.put(key, value); continue; }
            Map<String, String> own = new HashMap<>(options);
            own.put("address", value.substring(value.indexOf('@') + 1));
            destinations.put(value.substring(0, value.indexOf('@')), own);
        }
        CanalServerWithEmbedded embedded = CanalServerWithEmbedded.instance();
        embedded.setCanalInstanceGenerator(LabServer::instance);
        if (options.containsKey("user")) embedded.setUser(options.get("user"));
        if (options.containsKey("passwd")) embedded.setPasswd(options.get("passwd"));
        CanalServerWithNetty netty = CanalServerWithNetty.instance();
        netty.setIp("127.0.0.1");
        netty.setPort(Integer.parseInt(options.getOrDefault("port", "11111")));

        ServerRunningData self = new ServerRunningData("127.0.0.1:" + options.getOrDefault("port", "11111"));
        ServerRunningMonitors.setServerData(self);
        Map<String, ServerRunningMonitor> monitors = new ConcurrentHashMap<>() {
            @Override public ServerRunningMonitor get(Object name) { return computeIfAbsent((String) name, n -> monitor(n, self)); }
        };
        ServerRunningMonitors.setRunningMonitors(monitors);
        netty.start();
        for (String name : destinations.keySet()) monitors.get(name).start();
        System.out.println("canal is listening");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { netty.stop(); embedded.stop(); }));
        Thread.currentThread().join();
    }

    static ServerRunningMonitor monitor(String name, ServerRunningData self) {
        ServerRunningMonitor monitor = new ServerRunningMonitor(self);
        monitor.setDestination(name);
        monitor.setListener(new ServerRunningListener() {
            public void processStart() {}
            public void processStop() {}
            public void processActiveEnter() { CanalServerWithEmbedded.instance().start(name); }
            public void processActiveExit() { CanalServerWithEmbedded.instance().stop(name); }
        });
        monitor.init();
        return monitor;
    }

    static CanalInstanceWithManager instance(String name) {
        Map<String, String> o = destinations.get(name);
        if (o == null) throw new CanalServerException("can't find destination:" + name); // the deployer's words
        CanalParameter p = new CanalParameter();
        p.setMetaMode(CanalParameter.MetaMode.LOCAL_FILE);
        p.setDataDir(o.getOrDefault("data", "data"));
        p.setMetaFileFlushPeriod(1000);
        p.setStorageMode(CanalParameter.StorageMode.MEMORY);
        p.setMemoryStorageBufferSize(Integer.parseInt(o.getOrDefault("events", "16384")));
        p.setMemoryStorageBufferMemUnit(Integer.parseInt(o.getOrDefault("memunit", "1024")));
        p.setStorageBatchMode(CanalParameter.BatchMode.valueOf(o.getOrDefault("mode", "MEMSIZE")));
        p.setDdlIsolation(Boolean.valueOf(o.getOrDefault("ddlIsolation", "false")));
        p.setTransactionSize(Integer.parseInt(o.getOrDefault("txsize", "1024")));
        p.setSourcingType(CanalParameter.SourcingType.MYSQL);
        String[] at = o.get("address").split(":");
        p.setGroupDbAddresses(List.of(List.of(new CanalParameter.DataSourcing(CanalParameter.SourcingType.MYSQL,
            new InetSocketAddress(at[0], Integer.parseInt(at[1]))))));
        p.setDbUsername(o.getOrDefault("dbuser", "canal"));
        p.setDbPassword(o.getOrDefault("dbpass", "canal"));
        p.setDefaultDatabaseName("");
        p.setConnectionCharset(o.getOrDefault("charset", "UTF-8"));
        // Two servers with the same id on one database throw each other out.
        p.setSlaveId(Long.parseLong(o.getOrDefault("port", "11111")) * 1000 + List.copyOf(destinations.keySet()).indexOf(name));
        p.setIndexMode(CanalParameter.IndexMode.MEMORY_META_FAILBACK);
        p.setHaMode(CanalParameter.HAMode.HEARTBEAT);
        p.setDetectingEnable(false);
        p.setTsdbEnable(false); // no JDBC store of table shapes; see tableShapes()
        p.setGtidEnable(Boolean.valueOf(o.getOrDefault("gtid", "false")));
        p.setParallel(false);
        p.setBlackFilter(o.getOrDefault("black", "mysql\\.slave_.*"));
        Canal canal = new Canal();
        canal.setId((long) List.copyOf(destinations.keySet()).indexOf(name) + 1);
        canal.setName(name);
        canal.setCanalParameter(p);
        CanalInstanceWithManager instance = new CanalInstanceWithManager(canal, o.getOrDefault("filter", ".*\\..*"));
        tableShapes((MysqlEventParser) instance.getEventParser());
        return instance;
    }

    /** Follows DDL in memory, so that rows of a table that was altered or dropped since still parse (the deployer does this with H2). */
    static void tableShapes(MysqlEventParser parser) {
        for (String setter : new String[] {"setTsdbJdbcUrl", "setTsdbJdbcUserName", "setTsdbJdbcPassword"}) {
            try { MysqlEventParser.class.getMethod(setter, String.class).invoke(parser, ""); } // 1.1.6 and later want them non-null
            catch (ReflectiveOperationException older) { }
        }
        parser.setTableMetaTSDBFactory(new TableMetaTSDBFactory() {
            @Override public TableMetaTSDB build(String destination, String springXml) {
                return new MemoryTableMeta() {
                    @Override public boolean init(String destination) { return true; }
                    @Override public boolean rollback(EntryPosition position) { return true; }
                };
            }
            @Override public void destory(String destination) {}
        });
        parser.setEnableTsdb(true);
    }
}
