// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/demorandom.h"

#include <QByteArray>

// What the demo's cells say: people, goods and texts of several scripts, and values that are hard
// to show. All made with the given dice. Any one thread.
namespace canal::server {

QByteArray personName(DemoRandom &random);
QByteArray email(DemoRandom &random, qint64 customer);
QByteArray phone(DemoRandom &random);
QByteArray addressJson(DemoRandom &random);
QByteArray companyName(DemoRandom &random);
QByteArray productTitle(DemoRandom &random);
QByteArray productJson(DemoRandom &random);
QByteArray sku(qint64 number); // "TEA-0042"
QByteArray orderNote(DemoRandom &random);
QByteArray ticketSubject(DemoRandom &random);
QByteArray paragraph(DemoRandom &random, qsizetype bytes); // at least so long
QByteArray requestPath(DemoRandom &random);
QByteArray userAgent(DemoRandom &random);
QByteArray word(DemoRandom &random, qsizetype letters);

// Numbers as Canal writes them.
QByteArray decimalText(qint64 cents); // a fraction of zeros loses a digit: "7.0" (S14)
qint64 centsOf(const QByteArray &decimal); // of what decimalText() made, not negative
QByteArray floatText(qint64 hundredths); // Java's: "1.5", "0.25", "12.0"
QByteArray fractionText(qint64 value, int digits); // ".042"

// Bytes as latin1Text().
QByteArray randomBytes(DemoRandom &random, qsizetype count);
QByteArray allBytes(); // each of the 256 once
QByteArray pngBytes(DemoRandom &random);
QByteArray pointBytes(double longitude, double latitude); // SRID 4326 and WKB

} // namespace canal::server
