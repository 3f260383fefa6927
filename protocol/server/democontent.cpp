// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/democontent.h"

#include "protocol/server/tableshape.h"

#include <QByteArrayList>
#include <QtEndian>

#include <array>

namespace canal::server {
namespace {

constexpr std::array people {
    "李雷",
    "韩梅梅",
    "Ann Smith",
    "Jürgen Müller",
    "山田太郎",
    "Zoë O'Brien",
    "王芳",
    "João Conceição",
    "佐藤 花子",
    "Björn Åkesson",
    "Łukasz Żółć",
    "陈小明",
    "María García",
    "Дмитрий Иванов",
    "François Lefèvre",
    "Bob \"Bob\" Lee",
    "김민준",
    "Nguyễn Văn An",
    "Käthe Groß",
    "鈴木 一郎",
    "Özgür Çelik",
    "Ελένη Παππά",
    "محمد علي",
    "Ivana Šimić",
    "Renée 🌸 Dubois",
    "Siobhán Byrne",
    "张伟",
    "Noor Jansen",
    "田中 さくら",
    "Þórdís Jónsdóttir",
};
constexpr std::array cities {
    "Köln",   "杭州", "東京",     "São Paulo", "Kraków", "Reykjavík", "İstanbul",
    "London", "北京", "Montréal", "Αθήνα",     "Zürich", "Москва",    "大阪",
};
constexpr std::array streets {
    "Hauptstraße", "文三路",      "High Street", "Rue de l'Église",
    "桜通り",      "Königsallee", "Calle Mayor",
};
constexpr std::array companies {
    "Tee & Töchter GmbH", "龙井茶业有限公司", "Nord Coffee ApS",
    "O'Hara Ltd",         "株式会社みどり",   "Café Müller KG",
    "Silva \\ Filhos",    "Blue Kettle Inc",  "Żubr Sp. z o.o.",
};
constexpr std::array goods {
    "Espresso machine",  "龙井茶 250 g", "Teapot »Anna«",  "折りたたみ傘", "Café crème 500 g",
    "Trekking rucksack", "紫砂壶",       "Wool blanket",   "抹茶 缶 40 g", "Milk frother",
    "Earl Grey, loose",  "茶漏",         "Thermos 0,75 l", "湯のみ",       "Honey, Kraków lime",
    "Gift card 🎁",       "French press", "Kaffeemühle",    "保温杯",       "Bike lamp \"Lux\"",
};
constexpr std::array notes {
    "Please ring twice",
    "请放门口，谢谢",
    "Thanks 🎉",
    "bitte klingeln bei »Müller«",
    "お届けは午後にお願いします",
    "NULL",
    "",
    "C:\\gifts\\wrap = red",
    "it's a present; no bill",
    "leave at #5 🚚",
    "line 1\nline 2\ttab",
    "50% off?",
};
constexpr std::array subjects {
    "Parcel arrived broken", "发票抬头错误",   "Where is my order?", "Rechnung fehlt",
    "返品したいです",        "Wrong colour 😕", "Cannot log in",      "Re: Re: coupon \"SAVE5\"",
};
constexpr std::array words {
    "parcel",  "kettle", "again",   "Wednesday", "customer", "茶壶",  "returned", "straight",
    "schön",   "refund", "invoice", "日曜日",    "the",      "a",     "was",      "not",
    "ordered", "blue",   "cup",     "and",       "please",   "señor", "🙂",     "delivery",
};
constexpr std::array paths {
    "/",      "/tea",          "/tea/TEA-0007",
    "/cart",  "/checkout",     "/search?q=%E8%8C%B6&page=2",
    "/login", "/api/v2/stock", "/img/kettle.webp",
};
constexpr std::array agents {
    "Mozilla/5.0 (X11; Linux x86_64)",
    "curl/8.14.1",
    "okhttp/4.12",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X)",
    "",
};

QByteArray padded(qint64 number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

template <typename Number>
void append(QByteArray &bytes, Number value)
{
    const auto little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

QByteArray personName(DemoRandom &random) { return random.pick(people); }

// Dice are thrown one statement after the other below: the operands of + have no order.

QByteArray email(DemoRandom &random, qint64 customer)
{
    const auto name = word(random, 6);
    return name + QByteArray::number(customer) + "@example." + (random.oneIn(3) ? "cn" : "org");
}

QByteArray phone(DemoRandom &random) { return "+49 221 " + padded(random.below(10'000'000), 7); }

QByteArray addressJson(DemoRandom &random)
{
    const QByteArray city = random.pick(cities);
    const QByteArray street = random.pick(streets);
    const auto number = QByteArray::number(random.between(1, 240));
    const auto zip = padded(random.below(100'000), 5);
    return R"({"city": ")" + city + R"(", "street": ")" + street + ' ' + number + R"(", "zip": ")"
        + zip + R"("})";
}

QByteArray companyName(DemoRandom &random) { return random.pick(companies); }

QByteArray productTitle(DemoRandom &random) { return random.pick(goods); }

QByteArray productJson(DemoRandom &random)
{
    const auto first = word(random, 5);
    const auto second = word(random, 4);
    const auto stars = floatText(random.between(100, 500));
    const auto colour = random.oneIn(2) ? R"("rot")" : "null";
    return R"({"tags": [")" + first + R"(", ")" + second + R"("], "stars": )" + stars
        + R"(, "colour": )" + colour + '}';
}

QByteArray sku(qint64 number)
{
    constexpr std::array groups { "TEA", "CUP", "BAG", "KIT" };
    return QByteArray(groups[static_cast<std::size_t>(number % 4)]) + '-' + padded(number, 4);
}

QByteArray orderNote(DemoRandom &random) { return random.pick(notes); }

QByteArray ticketSubject(DemoRandom &random) { return random.pick(subjects); }

QByteArray paragraph(DemoRandom &random, qsizetype bytes)
{
    QByteArray text;
    text.reserve(bytes + 32);
    while (text.size() < bytes) {
        text += random.pick(words);
        text += random.oneIn(12) ? ".\n" : " ";
    }
    return text.trimmed();
}

QByteArray requestPath(DemoRandom &random) { return random.pick(paths); }

QByteArray userAgent(DemoRandom &random) { return random.pick(agents); }

QByteArray word(DemoRandom &random, qsizetype letters)
{
    QByteArray text;
    for (qsizetype i = 0; i < letters; ++i)
        text += static_cast<char>('a' + random.below(26));
    return text;
}

QByteArray decimalText(qint64 cents)
{
    const QByteArray sign = cents < 0 ? "-" : "";
    const auto size = cents < 0 ? -cents : cents;
    return sign + QByteArray::number(size / 100)
        + (size % 100 == 0 ? QByteArray(".0") : fractionText(size % 100, 2));
}

qint64 centsOf(const QByteArray &decimal)
{
    const auto parts = decimal.split('.');
    const auto fraction = parts.value(1).leftJustified(2, '0');
    return parts.first().toLongLong() * 100 + fraction.toLongLong();
}

QByteArray floatText(qint64 hundredths)
{
    auto fraction = fractionText(hundredths % 100, 2);
    if (fraction.endsWith('0'))
        fraction.chop(1);
    return QByteArray::number(hundredths / 100) + fraction;
}

QByteArray fractionText(qint64 value, int digits) { return '.' + padded(value, digits); }

QByteArray randomBytes(DemoRandom &random, qsizetype count)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < count; ++i)
        bytes += static_cast<char>(random.below(256));
    return latin1Text(bytes);
}

QByteArray allBytes()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    return latin1Text(bytes);
}

QByteArray pngBytes(DemoRandom &random)
{
    return latin1Text(QByteArrayView("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))
        + randomBytes(random, 40);
}

QByteArray pointBytes(double longitude, double latitude)
{
    constexpr quint32 wgs84 = 4326;
    QByteArray bytes;
    append(bytes, wgs84);
    bytes += '\x01'; // little endian
    append(bytes, quint32(1)); // a point
    append(bytes, longitude);
    append(bytes, latitude);
    return latin1Text(bytes);
}

} // namespace canal::server
