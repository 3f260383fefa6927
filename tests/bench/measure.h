// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// How the benchmark programs take time and say what they found. Each prints JSON objects, one a
// line; report.py makes the table.
namespace canal::bench {

class Stopwatch
{
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

struct Method
{
    std::string name;
    std::function<void()> run;
    std::function<void()> prepare = {}; // not timed
    std::vector<double> seconds = {};
};

// Every method in turn, so many times: A B C A B C ...
void measureInTurns(std::vector<Method> &methods, int rounds);
QJsonObject secondsByMethod(const std::vector<Method> &methods);

double median(std::vector<double> values);
double percentile(std::vector<double> values, double part); // 0.99

void print(const QJsonObject &object);

// So that the compiler does not leave out what is measured.
void keep(std::uint64_t value);

// The sum of all 8-byte words: what merely reading so many bytes takes.
std::uint64_t sumOfWords(std::string_view bytes);

std::size_t anonymousBytes(); // RssAnon of this process, free heap pages given back

} // namespace canal::bench
