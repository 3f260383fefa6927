<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>canal::AckControls</name>
    <message numerus="yes">
        <source>Roll back all %n un-acked…</source>
        <translation>
            <numerusform>Roll back the %n un-acked…</numerusform>
            <numerusform>Roll back all %n un-acked…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gives %n rows back; they come again</source>
        <translation>
            <numerusform>gives %n row back; it comes again</numerusform>
            <numerusform>gives %n rows back; they come again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>acks %n rows</source>
        <translation>
            <numerusform>acks %n row</numerusform>
            <numerusform>acks %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::BatchPanel</name>
    <message numerus="yes">
        <source>%n un-acked</source>
        <translation>
            <numerusform>%n un-acked</numerusform>
            <numerusform>%n un-acked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::DiffView</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n columns changed</source>
        <translation>
            <numerusform>%1 of %n column changed</numerusform>
            <numerusform>%1 of %n columns changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n columns changed, %2 not known</source>
        <translation>
            <numerusform>%1 of %n column changed, %2 not known</numerusform>
            <numerusform>%1 of %n columns changed, %2 not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::ExportDialog</name>
    <message numerus="yes">
        <source>%n of the lines are the SQL of rows that follow them; the table shows it with those rows.</source>
        <translation>
            <numerusform>%n of the lines is the SQL of rows that follow it; the table shows it with those rows.</numerusform>
            <numerusform>%n of the lines are the SQL of rows that follow them; the table shows it with those rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n lines</source>
        <translation>
            <numerusform>Wrote %n line</numerusform>
            <numerusform>Wrote %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::FilterRemark</name>
    <message numerus="yes">
        <source>The regular expression took too long on %n values: rows that match only there are not found.</source>
        <translation>
            <numerusform>The regular expression took too long on %n value: rows that match only there are not found.</numerusform>
            <numerusform>The regular expression took too long on %n values: rows that match only there are not found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::FilterText</name>
    <message numerus="yes">
        <source>it is longer than %n bytes</source>
        <translation>
            <numerusform>it is longer than %n byte</numerusform>
            <numerusform>it is longer than %n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::NewPill</name>
    <message numerus="yes">
        <source>%1 new below</source>
        <comment>how many rows</comment>
        <translation>
            <numerusform>%1 new below</numerusform>
            <numerusform>%1 new below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::Questions</name>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n un-acked batches?</source>
        <translation>
            <numerusform>Roll back %n un-acked batch?</numerusform>
            <numerusform>Roll back %n un-acked batches?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batches; if one was lost, its rows come again too</source>
        <translation>
            <numerusform>%n batch; if it was lost, its rows come again too</numerusform>
            <numerusform>%n batches; if one was lost, its rows come again too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll back %n batches</source>
        <translation>
            <numerusform>Roll back %n batch</numerusform>
            <numerusform>Roll back %n batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n rows?</source>
        <translation>
            <numerusform>Clear %n row?</numerusform>
            <numerusform>Clear %n rows?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave with %n un-acked batches?</source>
        <translation>
            <numerusform>Leave with %n un-acked batch?</numerusform>
            <numerusform>Leave with %n un-acked batches?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n batches on production?</source>
        <translation>
            <numerusform>Acknowledge %n batch on production?</numerusform>
            <numerusform>Acknowledge %n batches on production?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n batches</source>
        <translation>
            <numerusform>Acknowledge %n batch</numerusform>
            <numerusform>Acknowledge %n batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::RecentFilters</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::RowSummary</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes that are no Canal entry</source>
        <translation>
            <numerusform>%n byte that is no Canal entry</numerusform>
            <numerusform>%n bytes that are no Canal entry</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::SessionBanners</name>
    <message numerus="yes">
        <source>nothing is acknowledged. %n batches un-acked, %1, about %2 % of what the server buffers; pauses itself at %3 %.</source>
        <translation>
            <numerusform>nothing is acknowledged. %n batch un-acked, %1, about %2 % of what the server buffers; pauses itself at %3 %.</numerusform>
            <numerusform>nothing is acknowledged. %n batches un-acked, %1, about %2 % of what the server buffers; pauses itself at %3 %.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting in %n s.</source>
        <translation>
            <numerusform>Reconnecting in %n s.</numerusform>
            <numerusform>Reconnecting in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::SqlText</name>
    <message numerus="yes">
        <source>%n changes, the newest first</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes, the newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes, the oldest first</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes, the oldest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::StatusBar</name>
    <message numerus="yes">
        <source>%n un-acked</source>
        <translation>
            <numerusform>%n un-acked</numerusform>
            <numerusform>%n un-acked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::TimelineModel</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::TimelineView</name>
    <message numerus="yes">
        <source>The list ends after %n versions: later ones are not in it.</source>
        <translation>
            <numerusform>The list ends after %n version: later ones are not in it.</numerusform>
            <numerusform>The list ends after %n versions: later ones are not in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes came again after a rollback and are counted once.</source>
        <translation>
            <numerusform>%n change came again after a rollback and is counted once.</numerusform>
            <numerusform>%n changes came again after a rollback and are counted once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::TransactionModel</name>
    <message numerus="yes">
        <source>%n more rows are folded · Enter shows them</source>
        <translation>
            <numerusform>%n more row is folded · Enter shows it</numerusform>
            <numerusform>%n more rows are folded · Enter shows them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>canal::TransactionWords</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows are shown</source>
        <translation>
            <numerusform>%1 of %n row is shown</numerusform>
            <numerusform>%1 of %n rows are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n batches</source>
        <translation>
            <numerusform>in %n batch</numerusform>
            <numerusform>in %n batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batches (%1 to %2)</source>
        <translation>
            <numerusform>%n batch (%1 to %2)</numerusform>
            <numerusform>%n batches (%1 to %2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statements</source>
        <translation>
            <numerusform>%n statement</numerusform>
            <numerusform>%n statements</numerusform>
        </translation>
    </message>
</context>
</TS>
