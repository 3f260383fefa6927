cmake_minimum_required(VERSION 3.25)
# Text that may come from a server reaches labels, tooltips and dialogs through ui/plaintext.h and
# ui/interaction.h only: no other file may use what takes text for HTML, or show anything modal.
#   cmake -DROOT=DIR -P plaintextdoor.cmake
set(banned
    "setToolTip\\(" "setStatusTip\\(" "setWhatsThis\\(" "QToolTip" "QLabel" "QMessageBox"
    "QInputDialog" "QErrorMessage" "QFileDialog" "QSystemTrayIcon" "QTextEdit" "QTextBrowser"
    "[sS]etHtml\\(" "appendHtml\\(" "insertHtml\\(" "setTextFormat\\(" "QStyledItemDelegate"
    "[.>]exec\\(" "standardIcon\\(" "fromTheme\\(" "processEvents\\(")
set(door "/ui/(plaintext|interaction)\\.(h|cpp)$")
file(GLOB_RECURSE sources ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp)
foreach(source IN LISTS sources)
    if(source MATCHES "${door}")
        continue()
    endif()
    foreach(pattern IN LISTS banned)
        file(STRINGS ${source} lines REGEX "${pattern}")
        foreach(line IN LISTS lines)
            message(SEND_ERROR "${source}: ${line}")
        endforeach()
    endforeach()
endforeach()
