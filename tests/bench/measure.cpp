// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/measure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <malloc.h>

namespace canal::bench {

void measureInTurns(std::vector<Method> &methods, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        for (auto &method : methods) {
            if (method.prepare)
                method.prepare();
            const Stopwatch watch;
            method.run();
            method.seconds.push_back(watch.seconds());
        }
    }
}

QJsonObject secondsByMethod(const std::vector<Method> &methods)
{
    QJsonObject all;
    for (const auto &method : methods) {
        QJsonArray seconds;
        for (const double value : method.seconds)
            seconds.append(value);
        all.insert(QString::fromStdString(method.name), seconds);
    }
    return all;
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto index = static_cast<std::size_t>(part * static_cast<double>(values.size()));
    return values[std::min(index, values.size() - 1)];
}

double median(std::vector<double> values) { return percentile(std::move(values), 0.5); }

void print(const QJsonObject &object)
{
    const auto line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

void keep(std::uint64_t value)
{
    static std::atomic<std::uint64_t> sink;
    sink.fetch_add(value, std::memory_order_relaxed);
}

std::uint64_t sumOfWords(std::string_view bytes)
{
    std::uint64_t sum = 0;
    std::uint64_t word = 0;
    for (std::size_t at = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        sum += word;
    }
    return sum;
}

std::size_t anonymousBytes()
{
    ::malloc_trim(0);
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').constFirst().toULongLong() * 1024;
    return 0;
}

} // namespace canal::bench
