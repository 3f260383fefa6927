// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/connectdialog.h"
#include "ui/connectflow.h"
#include "ui/passwordstore.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMap>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/fakeinteraction.h"
#include "tests/ui/samplesession.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// Answers when answer() is called, as a keychain that has to be unlocked first.
class FakePasswordStore : public PasswordStore
{
public:
    QMap<QString, QByteArray> kept;
    QString broken; // the reason; empty: it works

    void read(const QString &account, QObject &context, ReadDone done) override
    {
        m_answers.append({ &context, [this, account, done = std::move(done)] {
                              if (!broken.isEmpty() || !kept.contains(account))
                                  return done(
                                      Failure { broken.isEmpty() ? u"Entry not found"_s : broken });
                              done(Secret(QByteArray(kept[account])));
                          } });
    }
    void write(const QString &account, const Secret &password, QObject &context,
               WriteDone done) override
    {
        if (broken.isEmpty())
            kept[account] = password.reveal();
        m_answers.append({ &context, [this, done = std::move(done)] {
                              if (!broken.isEmpty())
                                  return done(Failure { broken });
                              done(Ok {});
                          } });
    }
    void forget(const QString &account) override { kept.remove(account); }

    void answer()
    {
        for (const auto &[context, done] : std::exchange(m_answers, {}))
            if (context)
                done();
    }

private:
    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_answers;
};

ConnectionProfile loginProfile()
{
    auto profile = SampleSession().profile();
    profile.user = u"canal"_s;
    return profile;
}

const auto account = u"canal/canal@10.0.0.5:11111"_s;

struct Fixture
{
    FakePasswordStore store;
    FakeInteraction interaction;
    QWidget window;
    ConnectFlow flow { interaction, window };
    QSignalSpy connected { &flow, &ConnectFlow::connectRequested };
    QSignalSpy noticed { &flow, &ConnectFlow::noticed };

    explicit Fixture(const ConnectionProfile &profile = loginProfile())
    {
        flow.setPasswordStore(&store);
        flow.setProfiles({ profile });
    }

    // The next dialog is filled in and accepted.
    void fillIn(const QString &password, bool keep)
    {
        interaction.onRun = [password, keep](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(u"password"_s)->setText(password);
            dialog.findChild<QCheckBox *>(u"keepPassword"_s)->setChecked(keep);
            dialog.accept();
            return Interaction::Ending::Accepted;
        };
    }
    QByteArray sentPassword() const
    {
        return connected.isEmpty() ? QByteArray() : connected.last()[1].value<Secret>().reveal();
    }
};

} // namespace

// A password is asked for each time, or kept in the system's keychain when the user says so.
class TestPasswords : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsOfferedWithoutAKeychain()
    {
        ConnectDialog dialog({ loginProfile() });
        dialog.show();
        QVERIFY(!dialog.findChild<QCheckBox *>(u"keepPassword"_s)->isVisible());
    }

    void keepingNeedsAUser()
    {
        ConnectDialog dialog({ loginProfile() }, nullptr, ConnectDialog::Passwords::MayBeKept);
        dialog.show();
        auto &keep = *dialog.findChild<QCheckBox *>(u"keepPassword"_s);
        auto &user = *dialog.findChild<QLineEdit *>(u"user"_s);
        auto &password = *dialog.findChild<QLineEdit *>(u"password"_s);
        QVERIFY(keep.isVisible());
        QVERIFY(keep.isEnabled());
        QVERIFY(!keep.isChecked());
        QCOMPARE(password.placeholderText(), u"never stored"_s);
        keep.setChecked(true);
        QVERIFY(dialog.profile().keepsPassword);
        QCOMPARE(password.placeholderText(), u"empty: the kept one"_s);
        user.clear();
        QVERIFY(!keep.isEnabled());
        QVERIFY(!dialog.profile().keepsPassword);
    }

    void aTypedPasswordIsKeptOnlyWhenWanted_data()
    {
        QTest::addColumn<bool>("keep");
        QTest::newRow("kept") << true;
        QTest::newRow("asked each time") << false;
    }
    void aTypedPasswordIsKeptOnlyWhenWanted()
    {
        QFETCH(bool, keep);
        Fixture fixture;
        fixture.fillIn(u"s3cret"_s, keep);
        fixture.flow.ask();
        QCOMPARE(fixture.connected.count(), 1);
        QCOMPARE(fixture.sentPassword(), QByteArray("s3cret"));
        QCOMPARE(fixture.store.kept.value(account), keep ? QByteArray("s3cret") : QByteArray());
        QCOMPARE(fixture.flow.profiles().first().keepsPassword, keep);
        fixture.store.answer();
        QCOMPARE(fixture.noticed.count(), 0);
    }

    void aKeptPasswordIsNotAskedFor()
    {
        auto profile = loginProfile();
        profile.keepsPassword = true;
        Fixture fixture(profile);
        fixture.store.kept[account] = "s3cret";
        fixture.flow.reconnect(profile);
        QCOMPARE(fixture.connected.count(), 0); // not before the keychain has answered
        fixture.store.answer();
        QCOMPARE(fixture.interaction.runs, 0);
        QCOMPARE(fixture.sentPassword(), QByteArray("s3cret"));
    }

    void anEmptyFieldTakesTheKeptOne()
    {
        auto profile = loginProfile();
        profile.keepsPassword = true;
        Fixture fixture(profile);
        fixture.store.kept[account] = "s3cret";
        fixture.fillIn({}, true);
        fixture.flow.ask();
        fixture.store.answer();
        QCOMPARE(fixture.sentPassword(), QByteArray("s3cret"));
    }

    void aKeychainThatCannotBeReadMeansAsking_data()
    {
        QTest::addColumn<QString>("broken");
        QTest::newRow("it is locked") << u"The keychain is locked"_s;
        QTest::newRow("nothing is in it") << QString();
    }
    void aKeychainThatCannotBeReadMeansAsking()
    {
        QFETCH(QString, broken);
        auto profile = loginProfile();
        profile.keepsPassword = true;
        Fixture fixture(profile);
        fixture.store.broken = broken;
        fixture.flow.reconnect(profile);
        fixture.store.answer();
        QCOMPARE(fixture.interaction.runs, 1);
        QCOMPARE(fixture.connected.count(), 0);
        QCOMPARE(fixture.noticed.count(), 1);
        QVERIFY(fixture.noticed[0][0].toString().contains(broken.isEmpty() ? u"Entry not found"_s
                                                                           : broken));
    }

    void notKeepingIsSaidAndTheConnectionGoesOn()
    {
        Fixture fixture;
        fixture.store.broken = u"No keychain service"_s;
        fixture.fillIn(u"s3cret"_s, true);
        fixture.flow.ask();
        fixture.store.answer();
        QCOMPARE(fixture.sentPassword(), QByteArray("s3cret"));
        QCOMPARE(fixture.noticed.count(), 1);
        QVERIFY(fixture.noticed[0][0].toString().contains(u"No keychain service"_s));
    }

    void whatIsNoLongerWantedIsForgotten()
    {
        auto profile = loginProfile();
        profile.keepsPassword = true;
        Fixture fixture(profile);
        fixture.store.kept[account] = "s3cret";
        fixture.fillIn(u"typed"_s, false);
        fixture.flow.ask();
        QVERIFY(fixture.store.kept.isEmpty());
        QCOMPARE(fixture.sentPassword(), QByteArray("typed"));
    }

    void aConnectionWithTheSameLoginStillNeedsIt()
    {
        auto one = loginProfile();
        one.keepsPassword = true;
        auto two = one;
        two.destination = u"other"_s;
        Fixture fixture;
        fixture.flow.setProfiles({ one, two });
        fixture.store.kept[account] = "s3cret";
        fixture.fillIn(u"typed"_s, false); // the first one's
        fixture.flow.ask();
        QCOMPARE(fixture.store.kept.value(account), QByteArray("s3cret"));
    }

    void theFlowMayGoBeforeTheKeychainAnswers()
    {
        FakePasswordStore store;
        auto profile = loginProfile();
        profile.keepsPassword = true;
        {
            FakeInteraction interaction;
            QWidget window;
            ConnectFlow flow(interaction, window);
            flow.setPasswordStore(&store);
            flow.reconnect(profile);
        }
        store.answer();
    }

    void theListHasNoPassword()
    {
        auto profile = loginProfile();
        profile.keepsPassword = true;
        const auto json = profilesToJson({ profile });
        const auto read = profilesFromJson(json);
        QVERIFY(read);
        QVERIFY(!read->first().keepsPassword); // somebody else's keychain
        QVERIFY(!json.contains("s3cret"));
    }
};

QTEST_MAIN(TestPasswords)
#include "tst_passwords.moc"
