cmake_minimum_required(VERSION 3.25)
# The plain-text door must fail on each of these lines, and pass on the good ones.
#   cmake -DWORK=SCRATCH_DIR -P plaintextdoor_catches.cmake
function(verdict_of file line result)
    file(REMOVE_RECURSE ${WORK})
    file(WRITE ${WORK}/${file} "${line}\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/plaintextdoor.cmake
        RESULT_VARIABLE code OUTPUT_QUIET ERROR_QUIET)
    set(${result} ${code} PARENT_SCOPE)
endfunction()

foreach(line IN ITEMS
    "    button->setToolTip(text)" "    QMessageBox::warning(this, title, text)" "    QLabel *label"
    "    auto *view = new QTextEdit(this)" "    label->setTextFormat(Qt::RichText)" "    dialog.exec()"
    "    menu->exec(at)" "    QToolTip::showText(at, text)" "    QFileDialog::getSaveFileName(this)"
    "class Mine : public QStyledItemDelegate" "    style()->standardIcon(pixmap)"
    "    QIcon::fromTheme(name)" "    document->setHtml(text)")
    verdict_of(ui/a.cpp "${line}" code)
    if(code EQUAL 0)
        message(SEND_ERROR "not caught: ${line}")
    endif()
endforeach()
foreach(case IN ITEMS
    "ui/plaintext.cpp|    widget.setToolTip(safeTip(text))" "ui/a.cpp|    setSafeTip(*button, text)"
    "ui/a.cpp|    PlainLabel *label" "ui/a.cpp|class SqlView : public QPlainTextEdit"
    "ui/interaction.cpp|    dialog.exec()")
    string(REPLACE "|" ";" case "${case}")
    list(GET case 0 file)
    list(GET case 1 line)
    verdict_of(${file} "${line}" code)
    if(NOT code EQUAL 0)
        message(SEND_ERROR "wrongly refused: ${line}")
    endif()
endforeach()
file(REMOVE_RECURSE ${WORK})
