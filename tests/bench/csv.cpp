// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// The rows of a file of frames as CSV, against copying as many bytes and against Qt's own way:
//   bench_csv FILE FOLDER ROUNDS
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QStringList>
#include <QTextStream>
#include <QTimeZone>

#include "tests/bench/measure.h"
#include "tests/bench/storeaccess.h"
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

void exportTo(const QString &path, const EventSnapshot &rows, unsigned threads)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        qFatal("cannot write %s", qPrintable(path));
    writeCsv(rows, ValueStyle::Raw, descriptor, threads);
    ::close(descriptor);
}

// ---- the reference: the same lines the usual way, a QString for every value

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString jsonString(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + value + u'"';
}

QString csvField(QString field)
{
    if (!field.contains(u'"') && !field.contains(u',') && !field.contains(u'\n'))
        return field;
    return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

QString object(const std::vector<ColumnView> &columns)
{
    QStringList members;
    for (const auto &column : columns)
        members.append(jsonString(text(column.name)) + u':'
                       + (column.isNull ? u"null"_s : jsonString(text(column.value))));
    return u'{' + members.join(u',') + u'}';
}

QString key(const RowImage &image)
{
    std::vector<ColumnView> columns;
    for (const auto &column : keySide(image))
        if (column.isKey)
            columns.push_back(column);
    return object(columns);
}

QString changed(const RowImage &image, EventType type)
{
    QStringList names;
    if (type == EventType::Update)
        for (const auto i : changedColumns(image))
            names.append(jsonString(text(image.after()[i].name)));
    return u'[' + names.join(u',') + u']';
}

void writeLine(const EntryInfo &entry, const RowImage &image, std::uint32_t number,
               QTextStream &out)
{
    const auto &header = entry.header;
    out << raw(entry.batch) << ',' << csvField(text(header.logFile)) << ',' << header.logOffset
        << ','
        << QDateTime::fromMSecsSinceEpoch(header.executeTimeMs, QTimeZone::utc())
               .toString(u"yyyy-MM-ddTHH:mm:ssZ"_s)
        << ',' << csvField(text(header.gtid)) << ',' << csvField(text(header.schema)) << ','
        << csvField(text(header.table)) << ',' << text(eventTypeName(entry.eventType)) << ','
        << number << ',' << csvField(key(image)) << ',' << csvField(object(image.before())) << ','
        << csvField(object(image.after())) << ',' << csvField(changed(image, entry.eventType))
        << ',' << csvField(text(entry.sql)) << '\n';
}

void writeWithTextStream(const QString &path, const EventSnapshot &rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("cannot write %s", qPrintable(path));
    QTextStream out(&file);
    RowImage image;
    EntryInfo entry;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const RowId row { i };
        if (rows.kind(row) != RowKind::Row)
            continue;
        rows.read(row, image);
        rows.read(rows.entry(row), entry);
        writeLine(entry, image, rows.rowInEntry(row), out);
    }
}

// cp in a process of its own, started without a copy of our page tables.
void copyFile(const QString &from, const QString &to)
{
    QByteArrayList words { "cp", "--reflink=never", QFile::encodeName(from),
                           QFile::encodeName(to) };
    std::vector<char *> arguments;
    for (auto &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    int status = 0;
    if (::posix_spawnp(&child, "cp", nullptr, nullptr, arguments.data(), environ) != 0
        || ::waitpid(child, &status, 0) != child || status != 0)
        qFatal("cp fails");
}

bool sameContents(const QString &one, const QString &other)
{
    QFile first(one);
    QFile second(other);
    if (!first.open(QIODevice::ReadOnly) || !second.open(QIODevice::ReadOnly)
        || first.size() != second.size())
        return false;
    constexpr qint64 part = 1 << 20;
    while (!first.atEnd())
        if (first.read(part) != second.read(part))
            return false;
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 3)
        qFatal("bench_csv FILE FOLDER ROUNDS");
    const FrameFile file(arguments[0], FrameFile::Where::Mapped);
    const auto store = makeStore(Tier::Hot);
    fill(*store, file);
    const auto rows = store->snapshot();
    const QDir folder(arguments[1]);
    const auto out = folder.filePath(u"out.csv"_s);
    const auto original = folder.filePath(u"original.csv"_s);
    const auto byQt = folder.filePath(u"textstream.csv"_s);
    exportTo(original, rows, 1);
    const auto remove = [&out] { QFile::remove(out); };
    std::vector<Method> methods {
        { "cp", [&] { copyFile(original, out); }, remove },
        { "one thread", [&] { exportTo(out, rows, 1); }, remove },
        { "two threads", [&] { exportTo(out, rows, 2); }, remove },
        { "text stream", [&] { writeWithTextStream(byQt, rows); } },
    };
    measureInTurns(methods, arguments[2].toInt());
    if (!sameContents(original, byQt) || !sameContents(original, out))
        qFatal("the ways of writing CSV do not agree");
    print({ { u"rows"_s, qint64(rows.size()) },
            { u"bytes"_s, QFile(original).size() },
            { u"seconds"_s, secondsByMethod(methods) } });
    for (const auto &path : { out, original, byQt })
        QFile::remove(path);
    return 0;
}
