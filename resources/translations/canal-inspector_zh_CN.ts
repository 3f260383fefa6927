<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>canal::AbsenceView</name>
    <message>
        <source>The empty string: a text without any character, which is not NULL.</source>
        <translation>空字符串：不含任何字符的文本，不是 NULL。</translation>
    </message>
    <message>
        <source>NULL: the row has no value here.</source>
        <translation>NULL：该行此处没有值。</translation>
    </message>
    <message>
        <source>The server did not log this column (binlog_row_image), so its value is not known. That is not NULL.</source>
        <translation>服务器未记录该列（binlog_row_image），因此它的值未知，这不是 NULL。</translation>
    </message>
    <message>
        <source>There was no row before the INSERT.</source>
        <translation>INSERT 之前没有这一行。</translation>
    </message>
    <message>
        <source>There is no row after the DELETE.</source>
        <translation>DELETE 之后没有这一行。</translation>
    </message>
    <message>
        <source>not in row image</source>
        <translation>不在行镜像中</translation>
    </message>
    <message>
        <source>No row of this table that was seen has a column of that name.</source>
        <translation>已收到的该表的行中没有这个名称的列。</translation>
    </message>
    <message>
        <source>no such column</source>
        <translation>无此列</translation>
    </message>
</context>
<context>
    <name>canal::AckControls</name>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>Peek never acknowledges, and gives everything back when it leaves. Connect in Manual ack mode to ack or roll back yourself.</source>
        <translation>Peek 从不确认，离开时把所有批次退回。要自行确认或回滚，请以手动确认模式连接。</translation>
    </message>
    <message>
        <source>Auto-ack acknowledges every batch by itself.</source>
        <translation>自动确认模式会自行确认每个批次。</translation>
    </message>
    <message>
        <source>There is no connection to the server at the moment.</source>
        <translation>目前没有与服务器的连接。</translation>
    </message>
    <message>
        <source>No batch is un-acked.</source>
        <translation>没有未确认的批次。</translation>
    </message>
    <message>
        <source>Select an un-acked batch, or a row of one.</source>
        <translation>请选中一个未确认的批次，或其中的一行。</translation>
    </message>
    <message>
        <source>Batch %1 is not un-acked any more.</source>
        <translation>批次 %1 已不是未确认状态。</translation>
    </message>
    <message>
        <source>Batch %1 has entries that cannot be read; an ack would lose them.</source>
        <translation>批次 %1 含有无法读取的条目，确认会丢失它们。</translation>
    </message>
    <message>
        <source>Ack next (%1)</source>
        <translation>确认下一批 (%1)</translation>
    </message>
    <message>
        <source>Ack next</source>
        <translation>确认下一批</translation>
    </message>
    <message>
        <source>Ack up to here (%1)</source>
        <translation>确认到此处 (%1)</translation>
    </message>
    <message>
        <source>Ack up to here (%1 … %2)</source>
        <translation>确认到此处 (%1 … %2)</translation>
    </message>
    <message>
        <source>Ack up to here</source>
        <translation>确认到此处</translation>
    </message>
    <message>
        <source>Ack all</source>
        <translation>全部确认</translation>
    </message>
    <message numerus="yes">
        <source>Roll back all %n un-acked…</source>
        <translation>
            <numerusform>回滚全部 %n 个未确认批次…</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back all un-acked…</source>
        <translation>回滚全部未确认批次…</translation>
    </message>
    <message numerus="yes">
        <source>gives %n rows back; they come again</source>
        <translation>
            <numerusform>退回 %n 行，它们会再次到来</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>acks %n rows</source>
        <translation>
            <numerusform>确认 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 hidden by the filter</source>
        <translation>，其中 %1 行被过滤隐藏</translation>
    </message>
    <message>
        <source>, %1 not shown</source>
        <translation>，其中 %1 行未显示</translation>
    </message>
</context>
<context>
    <name>canal::ActionStates</name>
    <message>
        <source>There is no connection yet.</source>
        <translation>还没有连接。</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>没有正在运行的连接。</translation>
    </message>
    <message>
        <source>It is stopping.</source>
        <translation>正在停止。</translation>
    </message>
    <message>
        <source>Nothing is fetched now.</source>
        <translation>现在没有在获取数据。</translation>
    </message>
    <message>
        <source>There are no rows yet.</source>
        <translation>还没有行。</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>没有设置显示过滤。</translation>
    </message>
</context>
<context>
    <name>canal::Actions</name>
    <message>
        <source>&amp;Connect…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>Start the &amp;demo</source>
        <translation>启动演示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>过滤(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;lear filter</source>
        <translation>清除过滤(&amp;L)</translation>
    </message>
    <message>
        <source>F&amp;ollow</source>
        <translation>跟随末尾(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>冻结视图(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Larger table text</source>
        <translation>放大表格文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller table text</source>
        <translation>缩小表格文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal table text</source>
        <translation>默认表格文字(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Colours for the colour-blind</source>
        <translation>色觉障碍配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Last row, and follow</source>
        <translation>末行并跟随(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;First row</source>
        <translation>首行(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next row</source>
        <translation>下一行(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous row</source>
        <translation>上一行(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pause fetching</source>
        <translation>暂停拉取(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Clear rows…</source>
        <translation>清空行(&amp;C)…</translation>
    </message>
    <message>
        <source>Ack &amp;next</source>
        <translation>确认下一批(&amp;N)</translation>
    </message>
    <message>
        <source>Ack &amp;up to here</source>
        <translation>确认到此处(&amp;U)</translation>
    </message>
    <message>
        <source>Ack &amp;all</source>
        <translation>全部确认(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Roll back all…</source>
        <translation>全部回滚(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>%1 (in the table)</source>
        <translation>%1（在表格中）</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>跳转(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>采集(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>查找(&amp;I)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>N&amp;ote…</source>
        <translation>备注(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Hide row</source>
        <translation>隐藏行(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Show hidden rows</source>
        <translation>显示已隐藏的行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Back to the row before</source>
        <translation>后退到之前的行(&amp;B)</translation>
    </message>
    <message>
        <source>F&amp;orward again</source>
        <translation>再次前进(&amp;O)</translation>
    </message>
    <message>
        <source>Next &amp;mark</source>
        <translation>下一个标记(&amp;M)</translation>
    </message>
    <message>
        <source>Pre&amp;vious mark</source>
        <translation>上一个标记(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>值(&amp;V)</translation>
    </message>
    <message>
        <source>Docks &amp;below</source>
        <translation>停靠在下方(&amp;B)</translation>
    </message>
    <message>
        <source>Docks r&amp;ight</source>
        <translation>停靠在右侧(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>本地时间(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Time of day</source>
        <translation>时刻(&amp;T)</translation>
    </message>
    <message>
        <source>Since the &amp;reference</source>
        <translation>距参考行(&amp;R)</translation>
    </message>
    <message>
        <source>Since the row &amp;before</source>
        <translation>距上一行(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Set or clear the time reference</source>
        <translation>设置或清除时间参考(&amp;S)</translation>
    </message>
    <message>
        <source>Previous &amp;change of this row</source>
        <translation>此行的上一次变更(&amp;C)</translation>
    </message>
    <message>
        <source>N&amp;ext change of this row</source>
        <translation>此行的下一次变更(&amp;X)</translation>
    </message>
    <message>
        <source>L&amp;ayout</source>
        <translation>布局(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>Comp&amp;are selected rows</source>
        <translation>比较所选行(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>小地图(&amp;M)</translation>
    </message>
    <message>
        <source>T&amp;ransactions</source>
        <translation>事务(&amp;R)</translation>
    </message>
</context>
<context>
    <name>canal::BannerStrip</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Change mode…</source>
        <translation>切换模式…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Stop retrying</source>
        <translation>停止重试</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>编辑连接…</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清空…</translation>
    </message>
</context>
<context>
    <name>canal::BatchModel</name>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>First position</source>
        <translation>首位点</translation>
    </message>
    <message>
        <source>Last position</source>
        <translation>末位点</translation>
    </message>
    <message>
        <source>un-acked · oldest, next to ack</source>
        <translation>未确认 · 最早，下一个确认</translation>
    </message>
    <message>
        <source>un-acked · cannot be read</source>
        <translation>未确认 · 无法读取</translation>
    </message>
    <message>
        <source>un-acked</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>ack sent · confirmed by the next answer</source>
        <translation>已发送确认 · 由下一次应答证实</translation>
    </message>
    <message>
        <source>acked</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>ack failed · %1</source>
        <translation>确认失败 · %1</translation>
    </message>
    <message>
        <source>rolled back · will come again</source>
        <translation>已回滚 · 会再次到来</translation>
    </message>
    <message>
        <source>connection lost · may come again</source>
        <translation>连接已断 · 可能再次到来</translation>
    </message>
</context>
<context>
    <name>canal::BatchPanel</name>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Columns of the batch table</source>
        <translation>批次表的列</translation>
    </message>
    <message>
        <source>Server store</source>
        <translation>服务器缓冲区</translation>
    </message>
    <message>
        <source>Up to here %1</source>
        <translation>到此处：%1</translation>
    </message>
    <message>
        <source>un-acked by us · when it is full the server stops for everybody</source>
        <translation>为本程序未确认的部分 · 占满后服务器对所有客户端停止</translation>
    </message>
    <message>
        <source>%1 of ~16 MB · %2 %</source>
        <translation>%1 / 约 16 MB · %2 %</translation>
    </message>
    <message numerus="yes">
        <source>%n un-acked</source>
        <translation>
            <numerusform>%n 批未确认</numerusform>
        </translation>
    </message>
    <message>
        <source>client %1 · %2</source>
        <translation>客户端 %1 · %2</translation>
    </message>
</context>
<context>
    <name>canal::ChoiceList</name>
    <message>
        <source>Choices</source>
        <translation>候选</translation>
    </message>
</context>
<context>
    <name>canal::ClientIdBox</name>
    <message>
        <source>Client id</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>our own id, kept with this connection</source>
        <translation>本程序自己的 ID，随此连接保存</translation>
    </message>
    <message>
        <source>the id Canal&apos;s own clients use</source>
        <translation>Canal 自带客户端使用的 ID</translation>
    </message>
    <message>
        <source>The client id is a number from -32768 to 32767, and not 0.</source>
        <translation>客户端 ID 是 -32768 到 32767 之间的数，且不为 0。</translation>
    </message>
    <message>
        <source>%1 is an id of our own, kept with this connection and given up on the server when we leave.</source>
        <translation>%1 是本程序自己的 ID，随此连接保存，离开时在服务器上注销。</translation>
    </message>
    <message>
        <source>1001: the id Canal&apos;s own clients use; taking it means taking their place. What they have not acknowledged is rolled back when we connect.</source>
        <translation>1001：Canal 自带客户端使用的 ID；使用它就是取代它们。它们未确认的内容会在连接时回滚。</translation>
    </message>
    <message>
        <source>An id that you give stays subscribed when we leave. What it has not acknowledged is rolled back when we connect.</source>
        <translation>您指定的 ID 在离开后保持订阅。它未确认的内容会在连接时回滚。</translation>
    </message>
</context>
<context>
    <name>canal::ColumnControls</name>
    <message>
        <source>Fit the column</source>
        <translation>调整该列宽度</translation>
    </message>
    <message>
        <source>Remove the column</source>
        <translation>移除该列</translation>
    </message>
    <message>
        <source>Fit all columns</source>
        <translation>调整所有列宽</translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Add a column of the current row</source>
        <translation>添加当前行的列</translation>
    </message>
    <message>
        <source>Add a column of %1</source>
        <translation>添加 %1 的列</translation>
    </message>
    <message>
        <source>The diff offers the others, in the menu of a column</source>
        <translation>其余列可在行差异中通过列的菜单添加</translation>
    </message>
</context>
<context>
    <name>canal::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Type some letters of a command</source>
        <translation>输入命令名称的一部分</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>canal::Commands</name>
    <message>
        <source>Copied the first %1 of %2 rows. Export writes all of them.</source>
        <translation>已复制 %2 行中的前 %1 行。导出可写出全部。</translation>
    </message>
</context>
<context>
    <name>canal::CompareControls</name>
    <message>
        <source>Exactly two rows have to be selected.</source>
        <translation>必须恰好选中两行。</translation>
    </message>
    <message>
        <source>Only rows of tables can be compared.</source>
        <translation>只有表中的行可以比较。</translation>
    </message>
</context>
<context>
    <name>canal::ConnectDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect to Canal</source>
        <translation>连接到 Canal</translation>
    </message>
    <message>
        <source>to recognise it by; may stay empty</source>
        <translation>便于识别，可留空</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>none: most servers have no login</source>
        <translation>无：多数服务器不需要登录</translation>
    </message>
    <message>
        <source>never stored</source>
        <translation>从不保存</translation>
    </message>
    <message>
        <source>Access mode</source>
        <translation>访问模式</translation>
    </message>
    <message>
        <source>Server filter</source>
        <translation>订阅过滤</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>kilobytes of binlog entries per batch, not a number of rows</source>
        <translation>每批 binlog 条目的千字节数，不是行数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The host is missing.</source>
        <translation>缺少主机。</translation>
    </message>
    <message>
        <source>The destination is missing.</source>
        <translation>缺少 destination。</translation>
    </message>
    <message>
        <source>The server filter cannot be sent.</source>
        <translation>该订阅过滤不能发送。</translation>
    </message>
    <message>
        <source>This looks like the 40 hex digits of canal.passwd. Canal wants the password itself, in clear text.</source>
        <translation>这看起来是 canal.passwd 的 40 位十六进制数。此处需要明文密码本身。</translation>
    </message>
    <message>
        <source>Canal&apos;s protocol is not encrypted; only the password is scrambled.</source>
        <translation>Canal 协议不加密，只有密码经过混淆。</translation>
    </message>
    <message>
        <source>This is production: acks and rollbacks ask first, by its name</source>
        <translation>这是生产环境：确认和回滚前先询问，并显示其名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Keep the password in the system&apos;s keychain</source>
        <translation>将密码保存在系统密钥环中</translation>
    </message>
    <message>
        <source>empty: the kept one</source>
        <translation>留空：使用已保存的密码</translation>
    </message>
    <message>
        <source>The host is a name or an address alone: port, destination, user and password have fields of their own.</source>
        <translation>主机只填名称或地址：端口、destination、用户和密码各有自己的输入框。</translation>
    </message>
</context>
<context>
    <name>canal::ConnectFlow</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>The file is not JSON: %1.</source>
        <translation>文件不是 JSON：%1。</translation>
    </message>
    <message>
        <source>The file is no list of connections of this program.</source>
        <translation>文件不是本程序的连接列表。</translation>
    </message>
    <message>
        <source>The file was written by a newer version of this program (format %1).</source>
        <translation>文件由本程序的更新版本写入（格式 %1）。</translation>
    </message>
    <message>
        <source>Connection %1 in the file has a value that is missing or not possible. None of them was taken.</source>
        <translation>文件中的第 %1 个连接缺少某个值或值不合法。没有导入其中任何连接。</translation>
    </message>
    <message>
        <source>The file&apos;s list of connections is empty.</source>
        <translation>文件中的连接列表为空。</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>导入连接</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON 文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No connection was imported</source>
        <translation>没有导入任何连接</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>导出连接</translation>
    </message>
    <message>
        <source>The connections were not exported</source>
        <translation>连接未能导出</translation>
    </message>
    <message>
        <source>The kept password cannot be read: %1. Type it again.</source>
        <translation>无法读取已保存的密码：%1。请重新输入。</translation>
    </message>
    <message>
        <source>The password is not kept: %1. It will be asked for again.</source>
        <translation>密码未保存：%1。下次会再次询问。</translation>
    </message>
</context>
<context>
    <name>canal::DiffDelegate</name>
    <message>
        <source>empty string</source>
        <translation>空字符串</translation>
    </message>
    <message>
        <source>the four letters, not the value</source>
        <translation>是四个字母，不是空值</translation>
    </message>
    <message>
        <source>raw %1</source>
        <translation>原始 %1</translation>
    </message>
    <message>
        <source>differs further on</source>
        <translation>后面有差异</translation>
    </message>
</context>
<context>
    <name>canal::DiffModel</name>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>not in row image</source>
        <translation>不在行镜像中</translation>
    </message>
    <message>
        <source>no such column seen in %1</source>
        <translation>%1 中未见此列</translation>
    </message>
</context>
<context>
    <name>canal::DiffView</name>
    <message>
        <source>Only changed</source>
        <translation>仅变更列</translation>
    </message>
    <message>
        <source>The statement that changed this row</source>
        <translation>变更此行的语句</translation>
    </message>
    <message>
        <source>SQL of this statement</source>
        <translation>此语句的 SQL</translation>
    </message>
    <message>
        <source>Select a row to see it before and after.</source>
        <translation>选中一行以查看其变更前后。</translation>
    </message>
    <message>
        <source>Columns before and after</source>
        <translation>变更前后的列</translation>
    </message>
    <message>
        <source>Columns of the comparison</source>
        <translation>对比表的列</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n columns changed</source>
        <translation>
            <numerusform>%n 列中 %1 列变更</numerusform>
        </translation>
    </message>
    <message>
        <source>different tables: %1 and %2</source>
        <translation>不同的表：%1 与 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n columns changed, %2 not known</source>
        <translation>
            <numerusform>%n 列中有 %1 列不同，%2 列未知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::DockLayout</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>行差异</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Row timeline</source>
        <translation>行时间线</translation>
    </message>
</context>
<context>
    <name>canal::DockTitle</name>
    <message>
        <source>Float or dock %1</source>
        <translation>浮动或停靠“%1”</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭“%1”</translation>
    </message>
</context>
<context>
    <name>canal::EmptyState</name>
    <message>
        <source>0 of %1 events match</source>
        <translation>%1 个事件中无匹配</translation>
    </message>
    <message>
        <source>The filter or the ticks in the source tree hide all of them, here only; nothing changed on the server.</source>
        <translation>过滤条件或来源树中的勾选隐藏了全部事件；仅在此处生效，服务器上没有变化。</translation>
    </message>
    <message>
        <source>Disconnected from %1</source>
        <translation>与 %1 的连接已断开</translation>
    </message>
    <message>
        <source>This is normal when nobody writes to the tables.</source>
        <translation>没有人写表时这是正常的。</translation>
    </message>
    <message>
        <source>No fetch was answered yet.</source>
        <translation>尚未收到任何拉取应答。</translation>
    </message>
    <message>
        <source>Last poll %1, 0 events.</source>
        <translation>上次拉取 %1，0 个事件。</translation>
    </message>
    <message>
        <source>Connected, waiting for changes</source>
        <translation>已连接，等待变更</translation>
    </message>
    <message>
        <source>Nothing has come from %1 yet.</source>
        <translation>%1 尚未送来任何内容。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Nothing was captured.</source>
        <translation>没有采集到任何内容。</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>正在连接 %1 …</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Connected, but nothing is fetched.</source>
        <translation>已连接，但不拉取。</translation>
    </message>
    <message>
        <source>Leaving …</source>
        <translation>正在离开 …</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除过滤</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>编辑连接…</translation>
    </message>
    <message>
        <source>%1 of them were hidden one by one, the rest by the filter or the ticks in the source tree; here only, nothing changed on the server.</source>
        <translation>其中 %1 行是逐行隐藏的，其余由过滤或来源树中的勾选隐藏；仅影响此处，服务器上没有任何改变。</translation>
    </message>
    <message>
        <source>Show hidden rows</source>
        <translation>显示已隐藏的行</translation>
    </message>
</context>
<context>
    <name>canal::ErrorText</name>
    <message>
        <source>No connection to %1 within the time limit.</source>
        <translation>在时限内未能连接到 %1。</translation>
    </message>
    <message>
        <source>%1 accepts connections but sends no Canal handshake.</source>
        <translation>%1 接受连接，但不发送 Canal 握手包。</translation>
    </message>
    <message>
        <source>%1 did not answer the login.</source>
        <translation>%1 没有应答登录。</translation>
    </message>
    <message>
        <source>%1 did not answer the subscription.</source>
        <translation>%1 没有应答订阅。</translation>
    </message>
    <message>
        <source>%1 stopped answering.</source>
        <translation>%1 不再应答。</translation>
    </message>
    <message>
        <source>The host of %1 is not known.</source>
        <translation>找不到 %1 的主机。</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 拒绝连接。</translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation>与 %1 的连接失败。</translation>
    </message>
    <message>
        <source>%1 closed the connection right after the login.</source>
        <translation>%1 在登录后立即关闭了连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 关闭了连接。</translation>
    </message>
    <message>
        <source>%1 is no Canal server: its first bytes are no Canal handshake.</source>
        <translation>%1 不是 Canal 服务器：其首字节不是 Canal 握手。</translation>
    </message>
    <message>
        <source>%1 sent something that is not Canal&apos;s protocol.</source>
        <translation>%1 发来的内容不符合 Canal 协议。</translation>
    </message>
    <message>
        <source>%1 sent a batch that cannot be read. It was not acknowledged.</source>
        <translation>%1 发来一个无法读取的批次，未予确认。</translation>
    </message>
    <message>
        <source>%1 sent more than the limits allow. Nothing of it was acknowledged.</source>
        <translation>%1 发来的内容超出限制，均未确认。</translation>
    </message>
    <message>
        <source>The password was not sent: %1 gave no usable seed to scramble it with.</source>
        <translation>密码未发送：%1 没有给出可用的混淆种子。</translation>
    </message>
    <message>
        <source>%1 rejected the login.</source>
        <translation>%1 拒绝了登录。</translation>
    </message>
    <message>
        <source>%1 rejected the subscription.</source>
        <translation>%1 拒绝了订阅。</translation>
    </message>
    <message>
        <source>%1 rejected a request.</source>
        <translation>%1 拒绝了一个请求。</translation>
    </message>
    <message>
        <source>Canal closes without a word when its own canal.passwd is not the 40 hex digits of SHA1(SHA1(password)), for example when it was set in clear text. Check canal.passwd in the server&apos;s canal.properties.</source>
        <translation>如果 Canal 自己的 canal.passwd 不是 SHA1(SHA1(密码)) 的 40 位十六进制数（例如设成了明文），它会不加说明地关闭连接。请检查服务器 canal.properties 中的 canal.passwd。</translation>
    </message>
    <message>
        <source>Something else may be listening on this port, or too many connections are open.</source>
        <translation>此端口上可能是别的程序，或者打开的连接过多。</translation>
    </message>
    <message>
        <source>User or password is wrong. The password is the clear text, not the 40 hex digits of canal.passwd.</source>
        <translation>用户或密码错误。密码应为明文，而不是 canal.passwd 的 40 位十六进制数。</translation>
    </message>
    <message>
        <source>The destination&apos;s name is mistyped, or the instance is stopped, runs on another server of the cluster (this one is standby), or is still booting. The server says the same in all four cases.</source>
        <translation>destination 名称写错，或者实例已停止、运行在集群的另一台服务器上（此台为备用），或仍在启动。这四种情况服务器的说法相同。</translation>
    </message>
    <message>
        <source>The server has forgotten the subscription; it was probably restarted.</source>
        <translation>服务器已忘记该订阅，可能重启过。</translation>
    </message>
    <message>
        <source>An older batch is still outstanding, perhaps from an earlier session with the same client id.</source>
        <translation>还有更早的批次未了结，可能来自使用同一客户端 ID 的先前会话。</translation>
    </message>
    <message>
        <source>The batch was acknowledged or rolled back already, perhaps by another client with the same id, or the instance was restarted.</source>
        <translation>该批次已被确认或回滚，可能由使用同一 ID 的另一客户端所为，或者实例已重启。</translation>
    </message>
    <message>
        <source>Another client of this destination has acknowledged past this batch.</source>
        <translation>此 destination 的另一客户端已确认到该批次之后。</translation>
    </message>
    <message>
        <source>A rollback of a single batch moved the server&apos;s pointer under batches that were outstanding; their rows are lost until everything is rolled back.</source>
        <translation>对单个批次的回滚使服务器指针退到了未了结批次之前；在全部回滚之前，它们的行无法取得。</translation>
    </message>
    <message>
        <source>The client id must be a number from -32768 to 32767.</source>
        <translation>客户端 ID 必须是 -32768 到 32767 之间的数。</translation>
    </message>
    <message>
        <source>The batch size is out of the server&apos;s range.</source>
        <translation>批次大小超出服务器允许的范围。</translation>
    </message>
    <message>
        <source>Check the host name.</source>
        <translation>请检查主机名。</translation>
    </message>
    <message>
        <source>Check host and port (Canal&apos;s default is 11111). A Canal server in MQ mode (canal.serverMode is not tcp) does not open this port.</source>
        <translation>请检查主机和端口（Canal 默认为 11111）。MQ 模式的 Canal 服务器（canal.serverMode 不是 tcp）不会打开此端口。</translation>
    </message>
    <message>
        <source>Another client may wait in a GET without a timeout, which locks the destination for everybody until enough data has come or the instance is restarted.</source>
        <translation>可能有另一客户端正在执行不带超时的 GET，这会为所有人锁住该 destination，直到数据足够或实例重启。</translation>
    </message>
    <message>
        <source>Check host, port and firewalls in between.</source>
        <translation>请检查主机、端口和中间的防火墙。</translation>
    </message>
    <message>
        <source>Check host and port. Canal&apos;s client port is 11111; 11110 is its admin port, 11112 its metrics, 3306 is MySQL.</source>
        <translation>请检查主机和端口。Canal 的客户端端口是 11111；11110 是管理端口，11112 是指标端口，3306 是 MySQL。</translation>
    </message>
    <message>
        <source>Check that the port is Canal&apos;s client port and that no proxy changes the data.</source>
        <translation>请确认该端口是 Canal 的客户端端口，且没有代理改动数据。</translation>
    </message>
    <message>
        <source>Its rows stay on the server. Please report this with the details.</source>
        <translation>其中的行仍在服务器上。请附上详情报告此问题。</translation>
    </message>
    <message>
        <source>Connect again with a smaller batch size, so that fewer rows come at once.</source>
        <translation>请用更小的批次大小重新连接，使每次到来的行更少。</translation>
    </message>
    <message>
        <source>Servers before 1.1.4 send no seed and know no password; connect without one.</source>
        <translation>1.1.4 之前的服务器不发送种子，也不使用密码；请不带密码连接。</translation>
    </message>
</context>
<context>
    <name>canal::EventTableView</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Columns of the event table</source>
        <translation>事件表的列</translation>
    </message>
</context>
<context>
    <name>canal::ExportDialog</name>
    <message>
        <source>Export events as CSV</source>
        <translation>将事件导出为 CSV</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>导出范围</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Decoded: ENUM and SET by name, bytes as 0x…</source>
        <translation>解码：ENUM 和 SET 用名称，字节写作 0x…</translation>
    </message>
    <message>
        <source>Raw: exactly as Canal sent them</source>
        <translation>原始：与 Canal 发送的完全一致</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All captured (%1)</source>
        <translation>全部采集 (%1)</translation>
    </message>
    <message>
        <source>Displayed (%1)</source>
        <translation>当前显示 (%1)</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <translation>已选中 (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n of the lines are the SQL of rows that follow them; the table shows it with those rows.</source>
        <translation>
            <numerusform>其中 %n 行是其后各行的 SQL；表格把它与那些行一起显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>One line per row, UTF-8, comma separated; before and after as JSON.</source>
        <translation>每行一条，UTF-8，逗号分隔；变更前后为 JSON。</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>替换该文件？</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>导出已取消，没有写出文件。</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n lines</source>
        <translation>
            <numerusform>已写出 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1，保存到 %2</translation>
    </message>
    <message>
        <source>Marked (%1)</source>
        <translation>已标记 (%1)</translation>
    </message>
</context>
<context>
    <name>canal::ExportJob</name>
    <message>
        <source>Rows that lie in the cache file cannot be read back. %1 was not written; check the disk.</source>
        <translation>缓存文件中的行无法读回。未写入 %1；请检查磁盘。</translation>
    </message>
</context>
<context>
    <name>canal::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除过滤</translation>
    </message>
    <message>
        <source>Clear the filter (Esc in the box)</source>
        <translation>清除过滤（框内按 Esc）</translation>
    </message>
    <message>
        <source>%1 so far …</source>
        <translation>目前 %1 …</translation>
    </message>
    <message>
        <source>Apply the filter</source>
        <translation>应用过滤</translation>
    </message>
    <message>
        <source>Apply the filter (Enter)</source>
        <translation>应用过滤（回车）</translation>
    </message>
    <message>
        <source>Recent filters</source>
        <translation>最近的过滤</translation>
    </message>
    <message>
        <source>What can be written here</source>
        <translation>这里可以写什么</translation>
    </message>
    <message>
        <source>What can be written here (F1 in the box)</source>
        <translation>这里可以写什么（框内按 F1）</translation>
    </message>
    <message>
        <source>Filter: words, or for example table:orders op:update status: PAID -&gt; * (Ctrl+L)</source>
        <translation>显示过滤：词语，或例如 table:orders op:update status: PAID -&gt; *（Ctrl+L）</translation>
    </message>
    <message>
        <source>Position %1: %2</source>
        <translation>位置 %1：%2</translation>
    </message>
    <message>
        <source>Still showing all rows.</source>
        <translation>仍显示全部行。</translation>
    </message>
    <message>
        <source>Still showing the last valid filter: %1</source>
        <translation>仍显示上一个有效的过滤：%1</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>Recent and saved filters (Down in the box)</source>
        <translation>最近和已保存的过滤（框内按向下键）</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>保存过滤</translation>
    </message>
    <message>
        <source>Save the filter with a name…</source>
        <translation>为过滤命名并保存…</translation>
    </message>
</context>
<context>
    <name>canal::FilterCompleter</name>
    <message>
        <source>↑ ↓ choose · Tab take · Esc close</source>
        <translation>↑ ↓ 选择 · Tab 采用 · Esc 关闭</translation>
    </message>
</context>
<context>
    <name>canal::FilterCompletion</name>
    <message>
        <source>the table&apos;s name</source>
        <translation>表名</translation>
    </message>
    <message>
        <source>the schema&apos;s name</source>
        <translation>库名</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>column that was changed</source>
        <translation>变更过的列</translation>
    </message>
    <message>
        <source>column, before the change</source>
        <translation>列，变更前</translation>
    </message>
    <message>
        <source>column, after the change</source>
        <translation>列，变更后</translation>
    </message>
    <message>
        <source>XID of the transaction</source>
        <translation>事务的 XID</translation>
    </message>
    <message>
        <source>GTID</source>
        <translation>GTID</translation>
    </message>
    <message>
        <source>binlog file</source>
        <translation>binlog 文件</translation>
    </message>
    <message>
        <source>place in the binlog file</source>
        <translation>binlog 文件中的位置</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>what became of the batch</source>
        <translation>批次的状态</translation>
    </message>
    <message>
        <source>text of the statement</source>
        <translation>语句文本</translation>
    </message>
    <message>
        <source>kind of row</source>
        <translation>行的种类</translation>
    </message>
    <message>
        <source>some cell is such</source>
        <translation>有单元格如此</translation>
    </message>
    <message>
        <source>as Canal sent it</source>
        <translation>按 Canal 发送的原样</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>known, and another</source>
        <translation>已知且不等</translation>
    </message>
    <message>
        <source>greater</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>less</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>only rows where it changed</source>
        <translation>仅该列有变更的行</translation>
    </message>
    <message>
        <source>part of the text</source>
        <translation>文本的一部分</translation>
    </message>
    <message>
        <source>one of a list</source>
        <translation>列表之一</translation>
    </message>
    <message>
        <source>NULL, not empty</source>
        <translation>NULL，不是空串</translation>
    </message>
    <message>
        <source>a value is known</source>
        <translation>有已知的值</translation>
    </message>
    <message>
        <source>&apos;&apos;, not NULL</source>
        <translation>&apos;&apos;，不是 NULL</translation>
    </message>
    <message>
        <source>not in the row image</source>
        <translation>不在行镜像中</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>正则表达式</translation>
    </message>
</context>
<context>
    <name>canal::FilterHelp</name>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>both are found in what the row&apos;s cells show; upper and lower case are the same</source>
        <translation>两者都出现在该行单元格显示的内容中；不区分大小写</translation>
    </message>
    <message>
        <source>or, a comma for or, not, parentheses; a blank means and</source>
        <translation>or、用逗号表示“或”、not、括号；空格表示“且”</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>as Canal sent it, where the cell shows something else</source>
        <translation>按 Canal 发来的原文，而不是单元格显示的内容</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>whole names; * stands for any characters</source>
        <translation>完整名称；* 代表任意字符</translation>
    </message>
    <message>
        <source>primary key; columns that the row changed</source>
        <translation>主键；该行改变了的列</translation>
    </message>
    <message>
        <source>binlog position, GTID, XID of the transaction</source>
        <translation>binlog 位点、GTID、事务的 XID</translation>
    </message>
    <message>
        <source>the batch, and what became of it</source>
        <translation>批次，以及它的结果</translation>
    </message>
    <message>
        <source>statement text; kind of row; some cell of the row is such</source>
        <translation>语句文本；行的种类；该行有这样的单元格</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>either side, or one; numbers exactly, other text without regard to case</source>
        <translation>变更前后任一侧，或指定一侧；数字精确比较，其他文本不区分大小写</translation>
    </message>
    <message>
        <source>lists and regular expressions</source>
        <translation>列表与正则表达式</translation>
    </message>
    <message>
        <source>UPDATEs; * is anything</source>
        <translation>UPDATE；* 代表任意内容</translation>
    </message>
    <message>
        <source>NULL, &apos;&apos; and “not in the row image” are three things; =, !=, &lt; and &gt; hold for none but values</source>
        <translation>NULL、&apos;&apos; 与“不在行镜像中”是三回事；=、!=、&lt; 和 &gt; 只对值成立</translation>
    </message>
    <message>
        <source>all other rows, also those without the column; only rows whose value is known and another</source>
        <translation>其余所有行，包括没有该列的行；只有值已知且不同的行</translation>
    </message>
    <message>
        <source>backticks for column names, quotes for values; a quote inside is written twice. In quotes a number is text</source>
        <translation>列名用反引号，值用引号；其中的引号写两次。引号中的数字是文本</translation>
    </message>
    <message>
        <source>The filter&apos;s language</source>
        <translation>过滤语言</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>operation, or Canal&apos;s event type; transactions&apos; marks are shown only when asked for</source>
        <translation>操作，或 Canal 的事件类型；事务标记仅在指明时显示</translation>
    </message>
</context>
<context>
    <name>canal::FilterLibrary</name>
    <message>
        <source>another version of the program wrote it</source>
        <translation>由本程序的其他版本写入</translation>
    </message>
</context>
<context>
    <name>canal::FilterNameDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>保存过滤</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>重命名过滤</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>过滤的名称</translation>
    </message>
    <message>
        <source>Name, or Group // Name</source>
        <translation>名称，或 组 // 名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The filter of that name is replaced.</source>
        <translation>同名的过滤将被替换。</translation>
    </message>
    <message>
        <source>Filters of one group share a button: “Group // Name”.</source>
        <translation>同组的过滤共用一个按钮：“组 // 名称”。</translation>
    </message>
</context>
<context>
    <name>canal::FilterRemark</name>
    <message numerus="yes">
        <source>The regular expression took too long on %n values: rows that match only there are not found.</source>
        <translation>
            <numerusform>正则表达式在 %n 个值上耗时过长：只在那里匹配的行没有被找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>No table %1 seen yet.</source>
        <translation>尚未见过表 %1。</translation>
    </message>
    <message>
        <source>No schema %1 seen yet.</source>
        <translation>尚未见过库 %1。</translation>
    </message>
    <message>
        <source>None of the rows looked at has a column %1.</source>
        <translation>查看过的行都没有列 %1。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>是否想写 %1？</translation>
    </message>
    <message>
        <source>The filter stays on.</source>
        <translation>过滤仍然生效。</translation>
    </message>
</context>
<context>
    <name>canal::FilterText</name>
    <message>
        <source>A column was expected before %1; to look for %1 itself, put it in quotes.</source>
        <translation>%1 之前应有列名；要查找 %1 本身，请加引号。</translation>
    </message>
    <message>
        <source>%1 is not a column: write x, before.x or after.x, in backticks (`x y`) if it holds other than letters and digits.</source>
        <translation>%1 不是列：请写 x、before.x 或 after.x；含字母和数字以外的字符时用反引号（`x y`）。</translation>
    </message>
    <message>
        <source>After the column %1 comes =, !=, &lt;, &gt;, ~, in (…), contains, is null or changed.</source>
        <translation>列 %1 之后应为 =、!=、&lt;、&gt;、~、in (…)、contains、is null 或 changed。</translation>
    </message>
    <message>
        <source>The quote that begins here has no end. A quote inside is written twice.</source>
        <translation>从这里开始的引号没有结束。其中的引号写两次。</translation>
    </message>
    <message>
        <source>The parenthesis that opens here is never closed.</source>
        <translation>从这里打开的括号没有关闭。</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing; to look for it, put it in quotes.</source>
        <translation>这个括号没有对应的左括号；要查找它，请加引号。</translation>
    </message>
    <message>
        <source>A parenthesis cannot follow %1 directly: put a blank between them, or quotes around the whole text.</source>
        <translation>括号不能紧跟在 %1 之后：请在中间加空格，或给整段文本加引号。</translation>
    </message>
    <message>
        <source>A comma or ) was expected, found %1.</source>
        <translation>应为逗号或 )，却是 %1。</translation>
    </message>
    <message>
        <source>After “%1 is” comes null, not null, empty or absent; to look for words, put them in quotes.</source>
        <translation>“%1 is”之后应为 null、not null、empty 或 absent；要查找词语，请加引号。</translation>
    </message>
    <message>
        <source>A change is written with a colon: status: NEW -&gt; PAID.</source>
        <translation>变化要带冒号书写：status: NEW -&gt; PAID。</translation>
    </message>
    <message>
        <source>NULL is no value: write “%1 is null”, or &quot;null&quot; in quotes for that text.</source>
        <translation>NULL 不是值：请写“%1 is null”；要查找这段文本，请写带引号的 &quot;null&quot;。</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1 不是整数。</translation>
    </message>
    <message>
        <source>There is no ack:%1, but no, sent, yes, failed, rolledback and lost.</source>
        <translation>没有 ack:%1，可用的有 no、sent、yes、failed、rolledback 和 lost。</translation>
    </message>
    <message>
        <source>There is no is:%1, but ddl, redelivered and unreadable.</source>
        <translation>没有 is:%1，可用的有 ddl、redelivered 和 unreadable。</translation>
    </message>
    <message>
        <source>There is no has:%1, but null, empty and absent.</source>
        <translation>没有 has:%1，可用的有 null、empty 和 absent。</translation>
    </message>
    <message>
        <source>%1 is not available yet.</source>
        <translation>%1 目前还不可用。</translation>
    </message>
    <message>
        <source>Behind raw: comes a word, pk: or a column with a value.</source>
        <translation>raw: 之后应为词语、pk: 或带值的列。</translation>
    </message>
    <message>
        <source>Not a regular expression: %1.</source>
        <translation>不是正则表达式：%1。</translation>
    </message>
    <message>
        <source>Too many parentheses inside each other.</source>
        <translation>括号嵌套过深。</translation>
    </message>
    <message numerus="yes">
        <source>it is longer than %n bytes</source>
        <translation>
            <numerusform>超过 %n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>A number or text was expected after %1.</source>
        <translation>%1 之后应有数字或文本。</translation>
    </message>
    <message>
        <source>A number or text was expected after %1, found %2.</source>
        <translation>%1 之后应有数字或文本，却是 %2。</translation>
    </message>
    <message>
        <source>Something to look for was expected after %1.</source>
        <translation>%1 之后应有要查找的内容。</translation>
    </message>
    <message>
        <source>Something to look for was expected before %1; to look for %1 itself, put it in quotes.</source>
        <translation>%1 之前应有要查找的内容；要查找 %1 本身，请加引号。</translation>
    </message>
    <message>
        <source>Something to look for was expected after %1, found %2.</source>
        <translation>%1 之后应有要查找的内容，却是 %2。</translation>
    </message>
    <message>
        <source>There is no op:%1, but insert, update, delete, ddl, query, begin, commit, create, alter, drop, truncate, rename, cindex, dindex, xacommit, xarollback, other, unreadable and any.</source>
        <translation>没有 op:%1，可用的有 insert、update、delete、ddl、query、begin、commit、create、alter、drop、truncate、rename、cindex、dindex、xacommit、xarollback、other、unreadable 和 any。</translation>
    </message>
</context>
<context>
    <name>canal::FindControls</name>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>查找上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>查找下一个 (F3)</translation>
    </message>
    <message>
        <source>Searching … %1 %</source>
        <translation>正在查找… %1 %</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No match in the %1 rows shown.</source>
        <translation>当前显示的 %1 行中没有匹配项。</translation>
    </message>
    <message>
        <source>This row is the only match.</source>
        <translation>只有这一行匹配。</translation>
    </message>
    <message>
        <source>Went on from the first row: there is no match below.</source>
        <translation>已从第一行继续：下方没有匹配项。</translation>
    </message>
    <message>
        <source>Went on from the last row: there is no match above.</source>
        <translation>已从最后一行继续：上方没有匹配项。</translation>
    </message>
</context>
<context>
    <name>canal::GoToControls</name>
    <message>
        <source>Go there (Enter)</source>
        <translation>前往 (Enter)</translation>
    </message>
    <message>
        <source>This is no row number, no position (file:offset or :offset) and no GTID.</source>
        <translation>这不是行号、位点（文件:偏移 或 :偏移），也不是 GTID。</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>That row was captured, but no row is shown now.</source>
        <translation>该行已捕获，但当前没有显示任何行。</translation>
    </message>
    <message>
        <source>That row was captured but is not shown now; this is the one next to it.</source>
        <translation>该行已捕获，但当前未显示；这是与它相邻的一行。</translation>
    </message>
    <message>
        <source>No captured row has this number or a later one.</source>
        <translation>捕获的行中没有此行号，也没有更大的行号。</translation>
    </message>
    <message>
        <source>No captured row has this GTID or a later one of its source.</source>
        <translation>捕获的行中没有此 GTID，同一来源也没有更晚的 GTID。</translation>
    </message>
    <message>
        <source>No captured row is at this position or after it in the same log file.</source>
        <translation>同一日志文件中，此位点及其之后没有捕获的行。</translation>
    </message>
    <message>
        <source>No captured row has this number; the nearest later one is %1.</source>
        <translation>捕获的行中没有此行号；其后最近的是%1。</translation>
    </message>
    <message>
        <source>No captured row has this GTID; the nearest later one is %1.</source>
        <translation>捕获的行中没有此 GTID；其后最近的是 %1。</translation>
    </message>
    <message>
        <source>No captured row is at this position; the nearest later one is %1.</source>
        <translation>此位点没有捕获的行；其后最近的是 %1。</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>canal::ImageView</name>
    <message>
        <source>Images of more than %1 are not shown. The value can be saved to a file.</source>
        <translation>超过 %1 的图像不予显示，可以将该值保存为文件。</translation>
    </message>
    <message>
        <source>An image of %1 × %2 pixels is too large to be shown here.</source>
        <translation>%1 × %2 像素的图像太大，无法在此显示。</translation>
    </message>
    <message>
        <source>The bytes begin as an image, but cannot be read as one.</source>
        <translation>这些字节的开头像图像，但无法作为图像读取。</translation>
    </message>
</context>
<context>
    <name>canal::LabelBox</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
</context>
<context>
    <name>canal::MainWindow</name>
    <message>
        <source>%1 – Canal Inspector</source>
        <translation>%1 – Canal Inspector</translation>
    </message>
    <message>
        <source>Canal Inspector</source>
        <translation>Canal Inspector</translation>
    </message>
</context>
<context>
    <name>canal::MarkControls</name>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>canal::MarkSign</name>
    <message>
        <source>Star</source>
        <translation>星形</translation>
    </message>
    <message>
        <source>Disc</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方块</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>三角</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>菱形</translation>
    </message>
</context>
<context>
    <name>canal::MiniMap</name>
    <message>
        <source>Mini-map of the events</source>
        <translation>事件小地图</translation>
    </message>
    <message>
        <source>Row #%1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>A line here stands for %1 rows, and shows %2 of them.</source>
        <translation>这里的一条线代表 %1 行，只显示其中 %2 行。</translation>
    </message>
</context>
<context>
    <name>canal::ModeCards</name>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>never acks; gives back what it has read when it stops</source>
        <translation>从不确认；停止时退回已读取的内容</translation>
    </message>
    <message>
        <source>you ack the oldest batches or roll all of them back</source>
        <translation>由您确认最早的批次，或全部回滚</translation>
    </message>
    <message>
        <source>consumes!</source>
        <translation>会消费！</translation>
    </message>
    <message>
        <source>acks what is kept here; asks before it starts</source>
        <translation>确认已保存在此处的内容；开始前会询问</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Peek</translation>
    </message>
    <message>
        <source>Manual ack</source>
        <translation>手动确认</translation>
    </message>
    <message>
        <source>Auto-ack</source>
        <translation>自动确认</translation>
    </message>
</context>
<context>
    <name>canal::ModeChip</name>
    <message>
        <source>Built-in demo</source>
        <translation>内置演示</translation>
    </message>
    <message>
        <source>Peek · never acks</source>
        <translation>Peek · 不确认</translation>
    </message>
    <message>
        <source>Manual ack</source>
        <translation>手动确认</translation>
    </message>
    <message>
        <source>Auto-ack · consumes</source>
        <translation>自动确认 · 会消费</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>production · %1</source>
        <translation>生产环境 · %1</translation>
    </message>
</context>
<context>
    <name>canal::NewPill</name>
    <message numerus="yes">
        <source>%1 new below</source>
        <comment>how many rows</comment>
        <translation>
            <numerusform>下方有 %1 行新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, go to the end</source>
        <translation>%1，跳到末尾</translation>
    </message>
    <message>
        <source> · End</source>
        <translation> · End</translation>
    </message>
</context>
<context>
    <name>canal::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1的备注</translation>
    </message>
    <message>
        <source>Kept until the session ends; empty: no note</source>
        <translation>保留到会话结束；留空表示没有备注</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>canal::OpChip</name>
    <message>
        <source>COMPARE #%1 → #%2</source>
        <translation>比较 #%1 → #%2</translation>
    </message>
</context>
<context>
    <name>canal::OperationChips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>TX</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Rows of every operation</source>
        <translation>所有操作的行</translation>
    </message>
    <message>
        <source>BEGIN and COMMIT of transactions; hidden unless they are asked for. Ctrl+click shows them with the rest.</source>
        <translation>事务的 BEGIN 和 COMMIT；未指明时隐藏。Ctrl+单击可与其余的行一同显示。</translation>
    </message>
    <message>
        <source>Only these rows; Ctrl+click: these too</source>
        <translation>仅这些行；Ctrl+单击：也包括这些行</translation>
    </message>
</context>
<context>
    <name>canal::ProfileList</name>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Copy this connection</source>
        <translation>复制此连接</translation>
    </message>
    <message>
        <source>Forget this connection</source>
        <translation>忘记此连接</translation>
    </message>
    <message>
        <source>Remembered connections</source>
        <translation>已记住的连接</translation>
    </message>
    <message>
        <source>Remembered</source>
        <translation>已记住</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write these connections to a file, without passwords</source>
        <translation>将这些连接写入文件，不含密码</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Add connections that somebody has exported</source>
        <translation>添加他人导出的连接</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产环境</translation>
    </message>
</context>
<context>
    <name>canal::QueryBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>canal::QuestionDialog</name>
    <message>
        <source>Canal Inspector</source>
        <translation>Canal Inspector</translation>
    </message>
</context>
<context>
    <name>canal::Questions</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>Batches %1 to %2</source>
        <translation>批次 %1 到 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>The reading position of %1 is everybody&apos;s. If another client reads it too, rows that it has read but not acknowledged come again, to it and to us, and its next ack may fail (no match ack position).</source>
        <translation>%1 的读取位点为所有客户端共用。如果另一客户端也在读取，它已读取但未确认的行会再次投递给它和本程序，而且它的下一次确认可能失败（no match ack position）。</translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n un-acked batches?</source>
        <translation>
            <numerusform>回滚 %n 个未确认批次？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the server sends them again with new batch ids. The rows in the table stay, and those that come again are marked ⟳.</source>
        <translation>%1：服务器会以新的批次 ID 再次发送。表格中的行保留，再次到来的行标记为 ⟳。</translation>
    </message>
    <message>
        <source>Acks on their way</source>
        <translation>途中的确认</translation>
    </message>
    <message numerus="yes">
        <source>%n batches; if one was lost, its rows come again too</source>
        <translation>
            <numerusform>%n 个批次；如有丢失，其中的行也会再次到来</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to the server</source>
        <translation>发送给服务器</translation>
    </message>
    <message>
        <source>CLIENTROLLBACK batch 0, client %1, destination %2</source>
        <translation>CLIENTROLLBACK 批次 0，客户端 %1，destination %2</translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n batches</source>
        <translation>
            <numerusform>回滚 %n 个批次</numerusform>
        </translation>
    </message>
    <message>
        <source>Consume from %1?</source>
        <translation>要消费 %1 吗？</translation>
    </message>
    <message>
        <source>Auto-ack acknowledges every batch once it is kept here. The reading position of %1 moves on, and no other client gets these rows.</source>
        <translation>自动确认会在批次保存到此处后立即确认。%1 的消费位点随之前移，其他客户端得不到这些行。</translation>
    </message>
    <message>
        <source>Choose Peek to look without consuming.</source>
        <translation>只看不消费请选择 Peek。</translation>
    </message>
    <message>
        <source>Rows that were acknowledged cannot be fetched again from Canal.</source>
        <translation>已确认的行无法再从 Canal 取得。</translation>
    </message>
    <message>
        <source>Consume</source>
        <translation>消费</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n rows?</source>
        <translation>
            <numerusform>清空 %n 行？</numerusform>
        </translation>
    </message>
    <message>
        <source>They go from this window and its memory; nothing changes on the server. Export them first if they are needed.</source>
        <translation>它们将从此窗口及其内存中移除；服务器上没有变化。如有需要请先导出。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message numerus="yes">
        <source>Leave with %n un-acked batches?</source>
        <translation>
            <numerusform>带着 %n 个未确认批次离开？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 were read but not acknowledged.</source>
        <translation>%1 已读取但未确认。</translation>
    </message>
    <message>
        <source>Roll back: the server hands them out again. Leave them un-acked: they stay with client %1 until it connects again, and fill the server&apos;s buffer.</source>
        <translation>回滚：服务器会再次分发它们。保持未确认：它们留在客户端 %1 名下直到它再次连接，并占用服务器缓冲区。</translation>
    </message>
    <message>
        <source>Leave them un-acked</source>
        <translation>保持未确认</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n batches on production?</source>
        <translation>
            <numerusform>在生产环境上确认 %n 个批次？</numerusform>
        </translation>
    </message>
    <message>
        <source>The reading position of %1 moves on for every client. Rows that were acknowledged cannot be fetched again.</source>
        <translation>%1 的消费位点会对所有客户端前移。已确认的行无法再次获取。</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n batches</source>
        <translation>
            <numerusform>确认 %n 个批次</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Remove the saved filter?</source>
        <translation>移除已保存的过滤？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>canal::RecentFilters</name>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Clear recent filters</source>
        <translation>清除最近的过滤</translation>
    </message>
    <message>
        <source>Enter apply · Ctrl+Enter put into the box · Del remove from the list</source>
        <translation>回车应用 · Ctrl+回车放入框内 · Del 从列表移除</translation>
    </message>
</context>
<context>
    <name>canal::RowEventModel</name>
    <message>
        <source>Time (Δ)</source>
        <translation>时间 (Δ)</translation>
    </message>
    <message>
        <source>Op</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>库.表</translation>
    </message>
    <message>
        <source>PK</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位点</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>Delivered before: same log file, offset and row</source>
        <translation>重复投递：日志文件、偏移和行均相同</translation>
    </message>
    <message>
        <source>%1 (whole seconds: the binlog knows no finer)</source>
        <translation>%1（整秒：binlog 没有更细的精度）</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Since the reference</source>
        <translation>距参考行</translation>
    </message>
    <message>
        <source>Since the row before</source>
        <translation>距上一行</translation>
    </message>
    <message>
        <source>Time, UTC (Δ)</source>
        <translation>时间，UTC (Δ)</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考行</translation>
    </message>
</context>
<context>
    <name>canal::RowHistory</name>
    <message>
        <source>This is the first change of this row that was captured.</source>
        <translation>这是已捕获的该行的第一次变更。</translation>
    </message>
    <message>
        <source>This is the last change of this row so far.</source>
        <translation>这是该行目前为止的最后一次变更。</translation>
    </message>
    <message>
        <source>Row #%1 is not in the table now: a filter hides it, or the view is frozen.</source>
        <translation>第 #%1 行现在不在表中：被显示过滤隐藏，或视图已冻结。</translation>
    </message>
    <message>
        <source>A row with a primary key has to be selected.</source>
        <translation>需要选中一个有主键的行。</translation>
    </message>
</context>
<context>
    <name>canal::RowMenu</name>
    <message>
        <source>Filter by %1</source>
        <translation>按 %1 过滤</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>仅此项</translation>
    </message>
    <message>
        <source>Everything but this</source>
        <translation>除此之外</translation>
    </message>
    <message>
        <source>… and this</source>
        <translation>… 并且此项</translation>
    </message>
    <message>
        <source>… and not this</source>
        <translation>… 并且非此项</translation>
    </message>
    <message>
        <source>… or this</source>
        <translation>… 或此项</translation>
    </message>
    <message>
        <source>… or not this</source>
        <translation>… 或非此项</translation>
    </message>
    <message>
        <source>Copy as filter</source>
        <translation>复制为过滤器</translation>
    </message>
    <message>
        <source>Only this table</source>
        <translation>仅此表</translation>
    </message>
    <message>
        <source>Everything but this table</source>
        <translation>除此表之外</translation>
    </message>
    <message>
        <source>Only this primary key</source>
        <translation>仅此主键</translation>
    </message>
    <message>
        <source>Only this transaction</source>
        <translation>仅此事务</translation>
    </message>
    <message>
        <source>Its end, which has its number, has not come yet.</source>
        <translation>带有事务编号的结束标记尚未到达。</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>With headers</source>
        <translation>带列名</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>CSV, all columns</source>
        <translation>CSV，所有列</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>位点 %1</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>标记为</translation>
    </message>
    <message>
        <source>Add column %1</source>
        <translation>添加列 %1</translation>
    </message>
    <message>
        <source>Show history of this row</source>
        <translation>显示此行的历史</translation>
    </message>
    <message>
        <source>It has no primary key by which it could be followed.</source>
        <translation>它没有可用来跟踪的主键。</translation>
    </message>
    <message>
        <source>mysqlbinlog command</source>
        <translation>mysqlbinlog 命令</translation>
    </message>
    <message>
        <source>The log file&apos;s name cannot be written safely.</source>
        <translation>日志文件名无法安全地写出。</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Only inserted, updated and deleted rows have values.</source>
        <translation>只有插入、更新和删除的行才有值。</translation>
    </message>
    <message>
        <source>Copy as JSON is for at most %1 rows. Export writes all of them.</source>
        <translation>最多可将 %1 行复制为 JSON。导出可写出全部行。</translation>
    </message>
    <message>
        <source>INSERT</source>
        <translation>INSERT</translation>
    </message>
    <message>
        <source>Undo SQL</source>
        <translation>撤销 SQL</translation>
    </message>
    <message>
        <source>Redo SQL</source>
        <translation>重做 SQL</translation>
    </message>
    <message>
        <source>SELECT by key</source>
        <translation>按主键 SELECT</translation>
    </message>
    <message>
        <source>SQL is made for at most %1 rows.</source>
        <translation>最多为 %1 行生成 SQL。</translation>
    </message>
    <message>
        <source>Nothing was copied, because of row #%1: %2</source>
        <translation>未复制任何内容，原因在第 #%1 行：%2</translation>
    </message>
</context>
<context>
    <name>canal::RowSummary</name>
    <message>
        <source>nothing changed</source>
        <translation>无变更</translation>
    </message>
    <message>
        <source>was</source>
        <translation>原值</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>线程 %1</translation>
    </message>
    <message>
        <source>XID %1</source>
        <translation>XID %1</translation>
    </message>
    <message>
        <source>entry of type %1</source>
        <translation>类型为 %1 的条目</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes that are no Canal entry</source>
        <translation>
            <numerusform>%n 字节，不是 Canal 条目</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read back from the cache file</source>
        <translation>无法从缓存文件读回</translation>
    </message>
</context>
<context>
    <name>canal::SavedFilters</name>
    <message>
        <source>More saved filters</source>
        <translation>更多已保存的过滤</translation>
    </message>
    <message>
        <source>Rename or remove</source>
        <translation>重命名或移除</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>canal::ServerFilterBox</name>
    <message>
        <source>In “%1” a parenthesis, bracket or brace lacks its partner, at “%2”.</source>
        <translation>“%1”中有括号不成对，位于“%2”。</translation>
    </message>
    <message>
        <source>In “%1” there is nothing that “%2” could repeat.</source>
        <translation>“%1”中没有可供“%2”重复的内容。</translation>
    </message>
    <message>
        <source>“%2” in “%1” may be unknown to the server&apos;s regular expressions (Jakarta ORO).</source>
        <translation>“%1”中的“%2”可能不被服务器的正则引擎（Jakarta ORO）支持。</translation>
    </message>
    <message>
        <source>The filter has more than 4096 characters.</source>
        <translation>过滤超过 4096 个字符。</translation>
    </message>
    <message>
        <source>A blank next to a comma becomes part of the pattern, which then matches nothing.</source>
        <translation>逗号旁的空格会成为表达式的一部分，从而什么也匹配不到。</translation>
    </message>
    <message>
        <source>Two backslashes are for Java and properties files; here they match nothing. Write one.</source>
        <translation>双反斜杠用于 Java 和 properties 文件；在此处什么也匹配不到。请只写一个。</translation>
    </message>
    <message>
        <source>Leave it as it is on the server</source>
        <translation>保持服务器上的设置</translation>
    </message>
    <message>
        <source>Replace it for everybody</source>
        <translation>为所有客户端替换</translation>
    </message>
    <message>
        <source>Server filter</source>
        <translation>订阅过滤</translation>
    </message>
    <message>
        <source>This changes the filter for every client of %1</source>
        <translation>这会改变 %1 所有客户端的过滤</translation>
    </message>
    <message>
        <source>and the server remembers it, also when we have left. Rows it has buffered still arrive. To hide rows only here, use the filter above the table.</source>
        <translation>服务器会记住它，本程序离开后依然有效。已缓冲的行仍会到来。只想在此处隐藏行，请使用表格上方的过滤框。</translation>
    </message>
    <message>
        <source>An empty filter changes nothing: write one, or leave it as it is.</source>
        <translation>空过滤不改变任何内容：请填写，或保持原设置。</translation>
    </message>
    <message>
        <source>A pattern that the server cannot read stops the destination for everybody, so this is not sent.</source>
        <translation>服务器无法解析的表达式会使该 destination 对所有人停止，因此不会发送。</translation>
    </message>
</context>
<context>
    <name>canal::SessionBanners</name>
    <message>
        <source>Built-in demo:</source>
        <translation>内置演示：</translation>
    </message>
    <message>
        <source>a small Canal server inside this program, with a shop&apos;s changes on a destination of its own.</source>
        <translation>本程序内的小型 Canal 服务器，在自己的 destination 上产生一家商店的变更。</translation>
    </message>
    <message>
        <source>Every batch is acknowledged, so it can run for days.</source>
        <translation>每个批次都会确认，因此可以运行数日。</translation>
    </message>
    <message>
        <source>Peek mode:</source>
        <translation>Peek 模式：</translation>
    </message>
    <message numerus="yes">
        <source>nothing is acknowledged. %n batches un-acked, %1, about %2 % of what the server buffers; pauses itself at %3 %.</source>
        <translation>
            <numerusform>不确认任何批次。%n 个批次未确认，共 %1，约占服务器缓冲区的 %2 %；达到 %3 % 时自动暂停。</numerusform>
        </translation>
    </message>
    <message>
        <source>Manual ack:</source>
        <translation>手动确认：</translation>
    </message>
    <message>
        <source>you acknowledge. An ack moves the reading position of %1 on for every client.</source>
        <translation>由您确认。确认会为所有客户端前移 %1 的消费位点。</translation>
    </message>
    <message>
        <source>Auto-ack consumes:</source>
        <translation>自动确认会消费：</translation>
    </message>
    <message>
        <source>every batch is acknowledged once it is kept here, and no other client of %1 gets its rows.</source>
        <translation>每个批次保存到此处后即被确认，%1 的其他客户端得不到其中的行。</translation>
    </message>
    <message>
        <source>The server&apos;s buffer is about %1 % full.</source>
        <translation>服务器缓冲区约已用 %1 %。</translation>
    </message>
    <message>
        <source>Our un-acked batches hold %1 of ~16 MB. Only an ack empties it; when it is full the server stops for every client.</source>
        <translation>本程序未确认的批次占用 %1 / 约 16 MB。只有确认才能释放；占满后服务器对所有客户端停止。</translation>
    </message>
    <message>
        <source>Paused: half of what the server buffers is un-acked.</source>
        <translation>已暂停：服务器缓冲区的一半未确认。</translation>
    </message>
    <message>
        <source>Peek never acknowledges, and a full buffer stops the server for everybody. Stop gives the rows back; in Manual ack mode you can acknowledge them.</source>
        <translation>Peek 从不确认，而缓冲区占满会使服务器对所有人停止。停止会退回这些行；在手动确认模式下可以确认它们。</translation>
    </message>
    <message>
        <source>Paused: the memory limit is reached.</source>
        <translation>已暂停：已达到内存上限。</translation>
    </message>
    <message>
        <source>Clear the rows that are not needed any more; export them first if they are.</source>
        <translation>请清空不再需要的行；如需保留请先导出。</translation>
    </message>
    <message>
        <source>Disconnected.</source>
        <translation>连接已断开。</translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting in %n s.</source>
        <translation>
            <numerusform>%n 秒后重新连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused the ack of batch %1.</source>
        <translation>服务器拒绝了对批次 %1 的确认。</translation>
    </message>
    <message>
        <source>The server took the subscription but does not answer a GET.</source>
        <translation>服务器接受了订阅，但不应答 GET。</translation>
    </message>
    <message>
        <source>Another client probably waits in a GET without a timeout, which locks the destination for everybody until enough data has come or the instance is restarted.</source>
        <translation>很可能有另一客户端正在执行不带超时的 GET，这会为所有人锁住该 destination，直到数据足够或实例重启。</translation>
    </message>
    <message>
        <source>The oldest rows have left the table.</source>
        <translation>最早的行已移出表格。</translation>
    </message>
    <message>
        <source>It shows at most %1 rows. Those before them are kept, and exports have them; a filter brings them back.</source>
        <translation>表格最多显示 %1 行。更早的行仍被保留，导出时也包含；使用过滤器可再次显示它们。</translation>
    </message>
</context>
<context>
    <name>canal::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>canal::SourcePanel</name>
    <message>
        <source>Tables seen so far</source>
        <translation>目前出现过的表</translation>
    </message>
    <message>
        <source>Only this table</source>
        <translation>仅此表</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全部勾选</translation>
    </message>
</context>
<context>
    <name>canal::SqlText</name>
    <message>
        <source>There is SQL for inserted, updated and deleted rows only.</source>
        <translation>只能为插入、更新和删除的行生成 SQL。</translation>
    </message>
    <message>
        <source>The row could not be read back from the cache file.</source>
        <translation>无法从缓存文件读回该行。</translation>
    </message>
    <message>
        <source>The name %1 cannot be written so that every client reads it right.</source>
        <translation>名称 %1 无法写成所有客户端都能正确读取的形式。</translation>
    </message>
    <message>
        <source>The row image has two columns that are called %1.</source>
        <translation>行镜像中有两个名为 %1 的列。</translation>
    </message>
    <message>
        <source>%1 has no primary key, so no single row can be named.</source>
        <translation>%1 没有主键，无法指定单独一行。</translation>
    </message>
    <message>
        <source>The key column %1 is NULL, so no single row can be named.</source>
        <translation>主键列 %1 为 NULL，无法指定单独一行。</translation>
    </message>
    <message>
        <source>The key column %1 is a FLOAT or DOUBLE: a rounded number is not found again.</source>
        <translation>主键列 %1 是 FLOAT 或 DOUBLE：舍入后的数无法再被找到。</translation>
    </message>
    <message>
        <source>The row image has nothing but the key. The server has to log full rows (binlog_row_image=FULL).</source>
        <translation>行镜像中只有主键。服务器需要记录完整的行（binlog_row_image=FULL）。</translation>
    </message>
    <message>
        <source>%1 is needed and is not in the row image. The server has to log full rows (binlog_row_image=FULL).</source>
        <translation>需要 %1，但它不在行镜像中。服务器需要记录完整的行（binlog_row_image=FULL）。</translation>
    </message>
    <message>
        <source>Nothing changed in this row.</source>
        <translation>该行没有变化。</translation>
    </message>
    <message>
        <source>The type of %1 is not known here, so its value cannot be written.</source>
        <translation>%1 的类型未知，无法写出它的值。</translation>
    </message>
    <message>
        <source>The value of %1 does not fit its type.</source>
        <translation>%1 的值与其类型不符。</translation>
    </message>
    <message>
        <source>The text of %1 has characters that the Canal server could not read: its bytes are not known.</source>
        <translation>%1 的文本含有 Canal 服务器无法解读的字符：其字节未知。</translation>
    </message>
    <message>
        <source>Of %1 only the change is known, not the document (binlog_row_value_options=PARTIAL_JSON).</source>
        <translation>%1 只知道其变更，不知道整个文档（binlog_row_value_options=PARTIAL_JSON）。</translation>
    </message>
    <message>
        <source>A DDL or a statement without rows that may concern %1 came after this change.</source>
        <translation>此变更之后有可能涉及 %1 的 DDL 或不含行的语句。</translation>
    </message>
    <message>
        <source>The values are too long for SQL that is read by people.</source>
        <translation>值太长，不适合生成供人阅读的 SQL。</translation>
    </message>
    <message>
        <source>which columns are generated is not known: take those out</source>
        <translation>哪些列是生成列未知：请将它们去掉</translation>
    </message>
    <message>
        <source>columns in the row image: %1; check that the table has no more</source>
        <translation>行镜像中的列数：%1；请确认表中没有更多的列</translation>
    </message>
    <message>
        <source>%1 is 0: SET sql_mode to NO_AUTO_VALUE_ON_ZERO first, or the server counts on</source>
        <translation>%1 为 0：请先将 sql_mode 设为 NO_AUTO_VALUE_ON_ZERO，否则服务器会自动编号</translation>
    </message>
    <message>
        <source>%1 is in the time zone of the Canal server: SET time_zone to that first</source>
        <translation>%1 采用 Canal 服务器的时区：请先 SET time_zone 为该时区</translation>
    </message>
    <message>
        <source>%1 is JSON as Canal wrote it: types that JSON text does not have are lost</source>
        <translation>%1 是 Canal 写出的 JSON：JSON 文本没有的类型已丢失</translation>
    </message>
    <message>
        <source>%1 is not compared: whether it has changed since is not checked</source>
        <translation>%1 未参与比较：不检查它此后是否变化</translation>
    </message>
    <message numerus="yes">
        <source>%n changes, the newest first</source>
        <translation>
            <numerusform>%n 个变更，最新的在前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes, the oldest first</source>
        <translation>
            <numerusform>%n 个变更，最旧的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>A column</source>
        <translation>某一列</translation>
    </message>
    <message>
        <source>rebuilt from the row image, not the statement that ran</source>
        <translation>根据行镜像重建，不是实际执行的语句</translation>
    </message>
    <message>
        <source>COMMIT; when each of them has changed one row, otherwise ROLLBACK;</source>
        <translation>COMMIT; 仅当每条语句各改变一行时，否则 ROLLBACK;</translation>
    </message>
</context>
<context>
    <name>canal::StatusBar</name>
    <message>
        <source>Events per second, one bar each</source>
        <translation>每秒事件数，每秒一条</translation>
    </message>
    <message>
        <source>How much of the server&apos;s buffer (~16 MB by default) our un-acked batches hold. Peek pauses at 50 %.</source>
        <translation>本程序未确认的批次占用了多少服务器缓冲区（默认约 16 MB）。Peek 在 50 % 时暂停。</translation>
    </message>
    <message>
        <source>Memory that holds the rows</source>
        <translation>保存行所用的内存</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>正在离开</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>正在重连</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Events %1 · Displayed %2 (%3)</source>
        <translation>事件 %1 · 显示 %2 (%3)</translation>
    </message>
    <message>
        <source> · Selected %1</source>
        <translation> · 选中 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n un-acked</source>
        <translation>
            <numerusform>%n 批未确认</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of ~16 MB</source>
        <translation>%1 / 约 16 MB</translation>
    </message>
    <message>
        <source>Mem %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>%1 ev/s</source>
        <translation>%1 事件/秒</translation>
    </message>
    <message>
        <source>%1 · client %2</source>
        <translation>%1 · 客户端 %2</translation>
    </message>
    <message>
        <source>Show the rows that were hidden one by one</source>
        <translation>显示逐行隐藏的行</translation>
    </message>
    <message>
        <source> · Marked %1</source>
        <translation> · 已标记 %1</translation>
    </message>
    <message>
        <source>%1 hidden · Show</source>
        <translation>已隐藏 %1 行 · 显示</translation>
    </message>
    <message>
        <source>How the table shows times (View ▸ Time). They are the database server&apos;s clock in whole seconds, shown in this zone; the offset is today&apos;s.</source>
        <translation>表格显示时间的方式（视图 ▸ 时间）。时间取自数据库服务器的时钟，精确到整秒，按此时区显示；偏移量为今天的。</translation>
    </message>
    <message>
        <source>Change the connection</source>
        <translation>更改连接</translation>
    </message>
    <message>
        <source>Go to the filter box</source>
        <translation>转到过滤框</translation>
    </message>
    <message>
        <source>Show the batches</source>
        <translation>显示批次</translation>
    </message>
    <message>
        <source>Where the newest row stands in the binlog. Click to go to a position.</source>
        <translation>最新一行在 binlog 中的位点。单击可转到某个位点。</translation>
    </message>
</context>
<context>
    <name>canal::TableTreeModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>(no schema)</source>
        <translation>（无库名）</translation>
    </message>
</context>
<context>
    <name>canal::TimeControls</name>
    <message>
        <source>%1 · since #%2</source>
        <translation>%1 · 自 #%2</translation>
    </message>
    <message>
        <source>%1 · since the reference</source>
        <translation>%1 · 自参考行</translation>
    </message>
    <message>
        <source>%1 · no reference</source>
        <translation>%1 · 无参考行</translation>
    </message>
    <message>
        <source>%1 · since the row before</source>
        <translation>%1 · 距上一行</translation>
    </message>
</context>
<context>
    <name>canal::TimelineMatrix</name>
    <message>
        <source>not in row image</source>
        <translation>不在行镜像中</translation>
    </message>
</context>
<context>
    <name>canal::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>%1 (its key was %2 until now)</source>
        <translation>%1（此前主键为 %2）</translation>
    </message>
    <message>
        <source>%1 (its key is %2 from now on)</source>
        <translation>%1（此后主键为 %2）</translation>
    </message>
</context>
<context>
    <name>canal::TimelineView</name>
    <message>
        <source>Only changed</source>
        <translation>仅变化的列</translation>
    </message>
    <message>
        <source>SQL that takes the change back</source>
        <translation>撤销该变更的 SQL</translation>
    </message>
    <message>
        <source>SQL that makes the change again</source>
        <translation>重做该变更的 SQL</translation>
    </message>
    <message>
        <source>What to show of the row&apos;s history</source>
        <translation>显示该行历史的哪一部分</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Undo SQL</source>
        <translation>撤销 SQL</translation>
    </message>
    <message>
        <source>Redo SQL</source>
        <translation>重做 SQL</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>复制 SQL</translation>
    </message>
    <message>
        <source>Versions of the row</source>
        <translation>该行的各个版本</translation>
    </message>
    <message>
        <source>Values of every version</source>
        <translation>每个版本的值</translation>
    </message>
    <message>
        <source>Select a row to see its history.</source>
        <translation>选择一行以查看其历史。</translation>
    </message>
    <message>
        <source>This row has no primary key by which it could be followed.</source>
        <translation>该行没有可用来跟踪的主键。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No change of this row is among the captured ones.</source>
        <translation>已捕获的变更中没有该行的变更。</translation>
    </message>
    <message numerus="yes">
        <source>The list ends after %n versions: later ones are not in it.</source>
        <translation>
            <numerusform>列表在 %n 个版本后截止：之后的版本未列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes before the capture began are not known.</source>
        <translation>捕获开始之前的变更未知。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes came again after a rollback and are counted once.</source>
        <translation>
            <numerusform>%n 个变更在回滚后重复投递，只计一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a version first.</source>
        <translation>请先选择一个版本。</translation>
    </message>
    <message>
        <source>No change of this row came after it.</source>
        <translation>此后该行没有变更。</translation>
    </message>
    <message>
        <source>These are too many changes for SQL that is read by people.</source>
        <translation>变更太多，不适合生成供人阅读的 SQL。</translation>
    </message>
    <message>
        <source>No SQL, because of row #%1: %2</source>
        <translation>无法生成 SQL，原因在第 #%1 行：%2</translation>
    </message>
</context>
<context>
    <name>canal::TopBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Text in the rows shown</source>
        <translation>当前显示行中的文本</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Row number, position such as mysql-bin.000012:4711, or GTID</source>
        <translation>行号、位点（如 mysql-bin.000012:4711）或 GTID</translation>
    </message>
</context>
<context>
    <name>canal::TransactionControls</name>
    <message>
        <source>Only this transaction</source>
        <translation>仅此事务</translation>
    </message>
    <message>
        <source>Its end, which has its number, has not come yet.</source>
        <translation>带有事务编号的结束标记尚未到达。</translation>
    </message>
    <message>
        <source>Copy GTID</source>
        <translation>复制 GTID</translation>
    </message>
    <message>
        <source>The server did not send one.</source>
        <translation>服务器没有发送。</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
</context>
<context>
    <name>canal::TransactionModel</name>
    <message>
        <source>original SQL not in the stream</source>
        <translation>数据流中没有原始 SQL</translation>
    </message>
    <message numerus="yes">
        <source>%n more rows are folded · Enter shows them</source>
        <translation>
            <numerusform>还有 %n 行已折叠 · 按 Enter 显示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::TransactionTableView</name>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Columns of the transaction table</source>
        <translation>事务表的列</translation>
    </message>
</context>
<context>
    <name>canal::TransactionWords</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>线程 %1</translation>
    </message>
    <message>
        <source>no END yet</source>
        <translation>尚无 END</translation>
    </message>
    <message>
        <source>its END was not sent</source>
        <translation>其 END 未发送</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows are shown</source>
        <translation>
            <numerusform>显示 %n 行中的 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>delivered again</source>
        <translation>重新投递</translation>
    </message>
    <message numerus="yes">
        <source>in %n batches</source>
        <translation>
            <numerusform>分布在 %n 个批次中</numerusform>
        </translation>
    </message>
    <message>
        <source>one batch (%1)</source>
        <translation>一个批次 (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n batches (%1 to %2)</source>
        <translation>
            <numerusform>%n 个批次（%1 至 %2）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements</source>
        <translation>
            <numerusform>%n 条语句</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>canal::ValueContent</name>
    <message>
        <source>A TIMESTAMP is sent in the time zone of the Canal server, which it does not tell.</source>
        <translation>TIMESTAMP 按 Canal 服务器的时区发送，而服务器不会告知是哪个时区。</translation>
    </message>
    <message>
        <source>A � usually stands for bytes that the Canal server could not read in its character set; they are lost.</source>
        <translation>� 通常表示 Canal 服务器无法用其字符集读取的字节；这些字节已丢失。</translation>
    </message>
    <message>
        <source>Canal leaves out the zero bytes at the end of a BINARY(%1).</source>
        <translation>Canal 会省略 BINARY(%1) 末尾的零字节。</translation>
    </message>
    <message>
        <source>These are not bytes as Canal sends them: shown as text.</source>
        <translation>这不是 Canal 发送字节的形式：按文本显示。</translation>
    </message>
    <message>
        <source>A JSON document of more than %1 is shown as it was sent.</source>
        <translation>超过 %1 的 JSON 文档按发送的原样显示。</translation>
    </message>
    <message>
        <source>An expression that changes the document (PARTIAL_JSON), not the document itself: the value after is not known.</source>
        <translation>这是修改文档的表达式（PARTIAL_JSON），而不是文档本身：变更后的值未知。</translation>
    </message>
    <message>
        <source>This is no JSON document, though the column&apos;s type says so.</source>
        <translation>该列类型为 JSON，但这不是 JSON 文档。</translation>
    </message>
</context>
<context>
    <name>canal::ValueFacts</name>
    <message>
        <source>if seconds since 1970</source>
        <translation>若为自 1970 年起的秒数</translation>
    </message>
    <message>
        <source>if milliseconds since 1970</source>
        <translation>若为自 1970 年起的毫秒数</translation>
    </message>
    <message>
        <source>grouped</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>hexadecimal</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>as Canal sent it</source>
        <translation>按 Canal 发送的原样</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>canal::ValuePane</name>
    <message>
        <source>The value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The document before</source>
        <translation>变更前的文档</translation>
    </message>
    <message>
        <source>The document after</source>
        <translation>变更后的文档</translation>
    </message>
</context>
<context>
    <name>canal::ValueSaver</name>
    <message>
        <source>Saved %1 to %2.</source>
        <translation>已将 %1 保存到 %2。</translation>
    </message>
    <message>
        <source>Save the value</source>
        <translation>保存值</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>canal::ValueView</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>复制所显示的内容</translation>
    </message>
    <message>
        <source>Save the whole value to a file</source>
        <translation>将整个值保存为文件</translation>
    </message>
    <message>
        <source>Presentation of the value</source>
        <translation>值的显示方式</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Choose the presentation by the value. A click on a tab keeps that one.</source>
        <translation>根据值选择显示方式。点击标签可固定为该方式。</translation>
    </message>
    <message>
        <source>Encoding of the bytes</source>
        <translation>字节的编码</translation>
    </message>
    <message>
        <source>before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>Select a row to see one of its values whole.</source>
        <translation>选择一行，可在此查看其中一个值的全部内容。</translation>
    </message>
    <message>
        <source>%1 changed, %2 added, %3 removed inside the document</source>
        <translation>文档内 %1 处更改、%2 处新增、%3 处删除</translation>
    </message>
    <message>
        <source>This is the beginning of %1.</source>
        <translation>这是 %1 中的开头部分。</translation>
    </message>
    <message>
        <source>This is the beginning of %1. Save it to a file to see the rest.</source>
        <translation>这是 %1 中的开头部分。要查看其余内容，请保存为文件。</translation>
    </message>
</context>
<context>
    <name>canal::WelcomePage</name>
    <message>
        <source>See exactly what Canal sends, and what happened to order 42.</source>
        <translation>准确查看 Canal 发送的内容，以及 42 号订单发生了什么。</translation>
    </message>
    <message>
        <source>Canal Inspector</source>
        <translation>Canal Inspector</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>新建连接…</translation>
    </message>
    <message>
        <source>Peek by default: nothing is acknowledged</source>
        <translation>默认为 Peek：不确认任何内容</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>启动演示</translation>
    </message>
    <message>
        <source>a built-in Canal server with a small shop; needs no database</source>
        <translation>内置的 Canal 服务器和一家小商店，无需数据库</translation>
    </message>
    <message>
        <source>Recent connections</source>
        <translation>最近的连接</translation>
    </message>
    <message>
        <source>None yet. Passwords are never stored.</source>
        <translation>尚无。密码从不保存。</translation>
    </message>
    <message>
        <source>What is Canal?</source>
        <translation>什么是 Canal？</translation>
    </message>
    <message>
        <source>Canal reads a MySQL binlog as if it were a replica and hands the row changes out in batches. A destination has one reading position for everybody: whoever fetches takes the rows, and an ack moves the position on. That is why this program looks without acknowledging unless you say otherwise.</source>
        <translation>Canal 像从库一样读取 MySQL binlog，并把行变更分批交出。一个 destination 只有一个为所有人共用的读取位点：谁拉取，谁就取走这些行；确认会使位点前移。因此除非您另有指示，本程序只看而不确认。</translation>
    </message>
    <message>
        <source>%1 · client %2</source>
        <translation>%1 · 客户端 %2</translation>
    </message>
</context>
</TS>
