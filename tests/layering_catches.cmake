cmake_minimum_required(VERSION 3.25)
# The layering test must fail on each of these lines, and pass on the good ones.
#   cmake -DWORK=SCRATCH_DIR -P layering_catches.cmake
function(layering_of file line result)
    file(REMOVE_RECURSE ${WORK})
    file(WRITE ${WORK}/${file} "${line}\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/layering.cmake
        RESULT_VARIABLE code OUTPUT_QUIET ERROR_QUIET)
    set(${result} ${code} PARENT_SCOPE)
endfunction()

set(bad
    "protocol/a.cpp|#include \"model/eventstore.h\""
    "protocol/a.cpp|#include <QWidget>"
    "protocol/a.h|#include <QtGui/QColor>"
    "model/a.cpp|#include \"ui/mainwindow.h\""
    "model/a.cpp|#  include \"app/session.h\""
    "model/a.h|#include <QtWidgets/QWidget>"
    "model/a.h|#include <QPixmap>"
    "model/a.cpp|#include <QTcpSocket>"
    "model/a.cpp|#include <QtNetwork/QTcpSocket>"
    "model/a.cpp|#include \"protocol/canalclient.h\""
    "model/a.cpp|#include <proto/canal_entry.pb.h>"
    "model/a.cpp|#include \"../protocol/ids.h\""
    "model/eventstore.h|#include <QString>"
    "model/rowfilter.cpp|#include <QRegularExpression>"
    "protocol/entryscanner.cpp|#include <QByteArray>"
    "ui/a.cpp|#include \"app/session.h\""
    "ui/a.cpp|#include \"protocol/clientsession.h\""
    "ui/a.cpp|#include \"protocol/server/embeddedserver.h\""
    "ui/a.cpp|#include <ui/theme.h>"
    "ui/a.cpp|#include <QTcpSocket>"
    "app/a.cpp|#include <proto/canal_packet.pb.h>")
foreach(case IN LISTS bad)
    string(REPLACE "|" ";" case "${case}")
    list(GET case 0 file)
    list(GET case 1 line)
    layering_of(${file} "${line}" code)
    if(code EQUAL 0)
        message(SEND_ERROR "not caught in ${file}: ${line}")
    endif()
endforeach()

set(good
    "protocol/a.cpp|#include \"protocol/ids.h\""
    "protocol/packetcodec.cpp|#include <proto/canal_packet.pb.h>"
    "model/a.cpp|#include \"protocol/ids.h\""
    "ui/a.cpp|#include \"protocol/clientstate.h\""
    "app/a.cpp|#include \"protocol/canalclient.h\"")
foreach(case IN LISTS good)
    string(REPLACE "|" ";" case "${case}")
    list(GET case 0 file)
    list(GET case 1 line)
    layering_of(${file} "${line}" code)
    if(NOT code EQUAL 0)
        message(SEND_ERROR "wrongly refused in ${file}: ${line}")
    endif()
endforeach()
file(REMOVE_RECURSE ${WORK})
