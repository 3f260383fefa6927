// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/diffmodel.h"
#include "ui/cellpainter.h"
#include "ui/connectdialog.h"
#include "ui/eventtableview.h"
#include "ui/icons.h"
#include "ui/percent.h"

#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QPixmap>
#include <QSvgRenderer>
#include <QTableView>

#include "tests/ui/guitest.h"
#include <cmath>

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

using Role = Theme::Role;

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

// WCAG 2
double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Pair
{
    Role text;
    Role ground;
};

const QList<Pair> &pairs()
{
    static const QList<Pair> list {
        { Role::Text, Role::Window },
        { Role::Text, Role::Base },
        { Role::Text, Role::Raised },
        { Role::Text, Role::Header },
        { Role::Text, Role::Well },
        { Role::Text, Role::Hover },
        { Role::Text, Role::Selected },
        { Role::Text, Role::SelectedNoFocus },
        { Role::Text2, Role::Window },
        { Role::Text2, Role::Base },
        { Role::Text2, Role::Header },
        { Role::Text2, Role::Raised },
        { Role::Text2, Role::Well },
        { Role::Text2, Role::Hover },
        { Role::Text2, Role::Selected },
        { Role::Text2, Role::SelectedNoFocus },
        { Role::Text2, Role::InsertTint },
        { Role::Text2, Role::UpdateTint },
        { Role::Text2, Role::DeleteTint },
        { Role::Text2, Role::DdlTint },
        { Role::Text, Role::InsertInner },
        { Role::Text, Role::DeleteInner },
        { Role::Text3, Role::Base },
        { Role::Text3, Role::Window },
        { Role::Text3, Role::Header },
        { Role::AccentText, Role::Base },
        { Role::AccentText, Role::Window },
        { Role::AccentText, Role::Selected },
        { Role::OnAccent, Role::Accent },
        { Role::Insert, Role::Base },
        { Role::Update, Role::Base },
        { Role::Delete, Role::Base },
        { Role::Ddl, Role::Base },
        { Role::InsertOnTint, Role::InsertTint },
        { Role::InsertOnTint, Role::Selected },
        { Role::UpdateOnTint, Role::UpdateTint },
        { Role::UpdateOnTint, Role::Selected },
        { Role::DeleteOnTint, Role::DeleteTint },
        { Role::DeleteOnTint, Role::Selected },
        { Role::InsertOnTint, Role::SelectedNoFocus },
        { Role::UpdateOnTint, Role::SelectedNoFocus },
        { Role::DeleteOnTint, Role::SelectedNoFocus },
        { Role::Ddl, Role::Selected },
        { Role::Ddl, Role::SelectedNoFocus },
        { Role::Ddl, Role::DdlTint },
        { Role::WarnText, Role::Selected },
        { Role::WarnText, Role::SelectedNoFocus },
        { Role::OkText, Role::OkGround },
        { Role::OkText, Role::Base },
        { Role::InfoText, Role::InfoGround },
        { Role::InfoText, Role::Base },
        { Role::WarnText, Role::WarnGround },
        { Role::WarnText, Role::Base },
        { Role::ErrorText, Role::ErrorGround },
        { Role::ErrorText, Role::Base },
        { Role::ErrorText, Role::Window },
        { Role::Text, Role::OkGround },
        { Role::Text, Role::InfoGround },
        { Role::Text, Role::WarnGround },
        { Role::Text, Role::ErrorGround },
        { Role::InsertOnTint, Role::InsertInner },
        { Role::DeleteOnTint, Role::DeleteInner },
        { Role::Text, Role::InsertInner },
        { Role::Text, Role::DeleteInner },
        { Role::CodeString, Role::Base },
        { Role::CodeNumber, Role::Base },
        { Role::CodeKeyword, Role::Base },
        { Role::CodeKey, Role::Base },
    };
    return list;
}

const Theme &chooseTheme(int variant)
{
    const auto &theme = Theme::of(static_cast<Theme::Variant>(variant));
    const bool blind = variant >= static_cast<int>(Theme::Variant::LightColourBlind);
    applyTheme(*qApp, { theme.isDark() ? ThemeBase::Dark : ThemeBase::Light, blind });
    return theme;
}

// One row of each operation with NULL, '' and changes, in an active window.
void showRows(WindowFixture &fixture)
{
    fixture.session.addBatch(
        { SampleSession::orderEntry({}), SampleSession::insertEntry("stock", "7", "pear"),
          rowsEntry(EventType::Delete,
                    { { { { "id", "1", "int(11)", 4, true }, { "note", std::nullopt } }, {} } }) });
    fixture.window.resize(1500, 900);
    QVERIFY(fixture.showWindow());
    fixture.connectSession();
    fixture.child<EventTableView>().setFocus();
}

QSet<QRgb> coloursIn(QWidget &widget, const QRect &rect)
{
    const auto image = widget.grab(rect).toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    return colours;
}

// Does another role that may stand there have the same colour?
bool isShared(const Theme &theme, Role role)
{
    for (const auto other : { Role::Text, Role::Text2, Role::Accent, Role::Bracket, Role::Border,
                              Role::InsertOnTint, Role::UpdateOnTint, Role::DeleteOnTint })
        if (theme(other) == theme(role))
            return true;
    return false;
}

QRgb operationColour(const Theme &theme, const EventTableView &table, int row)
{
    const auto value = table.model()->index(row, 0).data(RowEventModel::OperationRole).toInt();
    return theme(rolesOf(static_cast<Operation>(value)).text).rgb();
}

constexpr int gutterWidth = 36;

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void textCanBeRead_data()
    {
        QTest::addColumn<int>("variant");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("light, colour-blind") << 2;
        QTest::newRow("dark, colour-blind") << 3;
    }
    void textCanBeRead()
    {
        QFETCH(int, variant);
        const auto &theme = Theme::of(static_cast<Theme::Variant>(variant));
        for (const auto &[text, ground] : pairs()) {
            // The colour-blind UPDATE is grey; the design measures it at 4.55.
            const double measured = contrast(theme(text), theme(ground));
            QVERIFY2(measured >= 4.5,
                     qPrintable(u"%1 on %2: %3"_s
                                    .arg(QVariant::fromValue(text).toString(),
                                         QVariant::fromValue(ground).toString())
                                    .arg(measured)));
        }
    }

    // Rule 1 of the palette: on a selected row the faint text and the operations' colours are
    // stronger ones, also for NULL and "…".
    void selectedRowHasItsOwnColours_data() { textCanBeRead_data(); }
    void selectedRowHasItsOwnColours()
    {
        QFETCH(int, variant);
        const auto &theme = chooseTheme(variant);
        WindowFixture fixture;
        showRows(fixture);
        auto &table = fixture.child<EventTableView>();
        const auto coloursOf = [&](int row) {
            const auto at = table.visualRect(table.model()->index(row, 0));
            const QRect line(at.left() + gutterWidth, at.top() + 2,
                             table.viewport()->width() - gutterWidth, at.height() - 4);
            return coloursIn(*table.viewport(), line);
        };
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            table.goToRow(row);
            const auto selected = coloursOf(row);
            QVERIFY(selected.contains(theme(Role::Selected).rgb()));
            for (const auto role : { Role::Insert, Role::Update, Role::Delete, Role::Text3 })
                QVERIFY2(isShared(theme, role) || !selected.contains(theme(role).rgb()),
                         qPrintable(QVariant::fromValue(role).toString()));
            table.goToRow(row == 0 ? 1 : 0);
            QVERIFY2(coloursOf(row).contains(operationColour(theme, table, row)), "drawn as it is");
        }
    }

    // Rule 2: on a tint there are only the tint's own colours and text2.
    void tintedCellHasItsOwnColours_data() { textCanBeRead_data(); }
    void tintedCellHasItsOwnColours()
    {
        QFETCH(int, variant);
        const auto &theme = chooseTheme(variant);
        WindowFixture fixture;
        showRows(fixture);
        fixture.child<EventTableView>().goToRow(0);
        auto &diff = fixture.child<QTableView>(u"diffTable"_s);
        diff.clearFocus();
        int tinted = 0;
        for (int row = 0; row < diff.model()->rowCount(); ++row) {
            for (const auto column : { DiffModel::BeforeColumn, DiffModel::AfterColumn }) {
                const auto colours = coloursIn(*diff.viewport(),
                                               diff.visualRect(diff.model()->index(row, column)));
                if (!colours.contains(theme(Role::InsertTint).rgb())
                    && !colours.contains(theme(Role::DeleteTint).rgb()))
                    continue;
                ++tinted;
                for (const auto role : { Role::Insert, Role::Update, Role::Delete, Role::Text3 })
                    QVERIFY2(isShared(theme, role) || !colours.contains(theme(role).rgb()),
                             qPrintable(QVariant::fromValue(role).toString()));
            }
        }
        QVERIFY(tinted > 2);
    }

    // Rule 4: with a style sheet Qt would paint a placeholder at half its strength.
    void placeholdersAreNotFaded_data() { textCanBeRead_data(); }
    void placeholdersAreNotFaded()
    {
        QFETCH(int, variant);
        const auto &theme = chooseTheme(variant);
        WindowFixture fixture;
        showRows(fixture);
        const ConnectDialog dialog({}, &fixture.window);
        for (const auto *widget : QApplication::allWidgets()) {
            QVERIFY(widget->styleSheet().isEmpty());
            if (widget->inherits("QLineEdit"))
                QCOMPARE(widget->palette().color(QPalette::PlaceholderText), theme(Role::Text3));
        }
    }

    void themeIsToldFromItsPalette()
    {
        for (int i = 0; i < 4; ++i) {
            const auto &theme = Theme::of(static_cast<Theme::Variant>(i));
            QCOMPARE(&Theme::of(theme.palette()), &theme);
            auto disabled = theme.palette();
            disabled.setCurrentColorGroup(QPalette::Disabled);
            QCOMPARE(&Theme::of(disabled), &theme);
        }
    }

    void paletteOfNobodyIsLightOrDark()
    {
        QCOMPARE(&Theme::of(QPalette(Qt::white)), &Theme::light());
        QCOMPARE(&Theme::of(QPalette(Qt::black)), &Theme::dark());
    }

    void choiceIsApplied()
    {
        applyTheme(*qApp, { ThemeBase::Dark, false });
        QCOMPARE(&Theme::of(QApplication::palette()), &Theme::dark());
        applyTheme(*qApp, { ThemeBase::Light, true });
        QCOMPARE(&Theme::of(QApplication::palette()), &Theme::of(Theme::Variant::LightColourBlind));
        applyTheme(*qApp, { ThemeBase::System, false });
        QCOMPARE(&Theme::of(QApplication::palette()), &Theme::light()); // what offscreen is
        applyTheme(*qApp, { ThemeBase::System, false, SystemColours::Dark });
        QCOMPARE(&Theme::of(QApplication::palette()), &Theme::dark());
        applyTheme(*qApp, { ThemeBase::Light, false, SystemColours::Dark });
        QCOMPARE(&Theme::of(QApplication::palette()), &Theme::light());
    }

    void everyIconIsValidAndTinted()
    {
        int count = 0;
        for (QDirIterator files(u":/icons"_s); files.hasNext(); ++count) {
            const QFileInfo file(files.next());
            QVERIFY2(QSvgRenderer(file.filePath()).isValid(), qPrintable(file.fileName()));
            if (file.baseName() == "canal-inspector"_L1)
                continue;
            const auto icon = tintedIcon(file.baseName(), Role::Delete, Theme::light());
            const auto image = icon.pixmap(QSize(32, 32), 1.0).toImage();
            bool isTinted = false;
            for (int y = 0; y < image.height() && !isTinted; ++y)
                for (int x = 0; x < image.width() && !isTinted; ++x)
                    isTinted = image.pixelColor(x, y) == Theme::light()(Role::Delete);
            QVERIFY2(isTinted, qPrintable(file.fileName()));
        }
        QVERIFY(count > 30);
    }

    void disabledIconIsGrey()
    {
        const auto icon = tintedIcon(u"stop"_s, Role::Delete, Theme::dark());
        const auto image = icon.pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage();
        QCOMPARE(image.pixelColor(8, 8), Theme::dark()(Role::Disabled));
    }

    void cellTextIsElidedWithOneEllipsis_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("ascii") << u"the quick brown fox"_s;
        QTest::newRow("chinese") << u"上海南京东路一百二十三号"_s;
        QTest::newRow("pairs") << u"😀😀😀😀😀😀😀😀"_s;
    }
    void cellTextIsElidedWithOneEllipsis()
    {
        QFETCH(QString, text);
        const CellFonts fonts;
        const auto face = CellFonts::Face::Base;
        const double all = fonts.width(text, face);
        QCOMPARE(fonts.elided(text, face, all), text);
        const auto cut = fonts.elided(text, face, all / 2);
        QVERIFY(cut.endsWith(u'…'));
        QCOMPARE(cut.count(u'…'), 1);
        QVERIFY(fonts.width(cut, face) <= all / 2 + 1);
    }

    void percentNeverClaimsAllOrNothing()
    {
        QCOMPARE(percent(0, 10), u"0 %"_s);
        QCOMPARE(percent(1, 100'000), u"0.1 %"_s);
        QCOMPARE(percent(99'999, 100'000), u"99.9 %"_s);
        QCOMPARE(percent(10, 10), u"100 %"_s);
        QCOMPARE(percent(0, 0), u"0 %"_s);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
