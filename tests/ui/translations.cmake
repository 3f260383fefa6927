cmake_minimum_required(VERSION 3.25)
# Every text is translated, and the committed files are what lupdate makes of the sources.
#   cmake -DROOT=DIR -DWORK=SCRATCH_DIR -DLUPDATE=PROGRAM -P translations.cmake
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
foreach(language IN ITEMS zh_CN en)
    set(name canal-inspector_${language}.ts)
    file(COPY ${ROOT}/resources/translations/${name} DESTINATION ${WORK})
    set(options -silent -no-obsolete -locations none)
    if(language STREQUAL "en")
        list(APPEND options -pluralonly)
    endif()
    execute_process(
        COMMAND ${LUPDATE} ${options} -I ${ROOT} ${ROOT}/protocol ${ROOT}/model ${ROOT}/ui
            -ts ${WORK}/${name}
        RESULT_VARIABLE code)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "lupdate failed")
    endif()
    file(STRINGS ${WORK}/${name} unfinished REGEX "type=\"(unfinished|obsolete|vanished)\"")
    list(LENGTH unfinished count)
    if(count GREATER 0)
        message(SEND_ERROR "${name}: ${count} texts are not translated; build the target "
            "update_translations and fill them in")
    endif()
    file(READ ${ROOT}/resources/translations/${name} committed)
    file(READ ${WORK}/${name} renewed)
    string(REGEX MATCHALL "<source>[^<]*</source>" committed "${committed}")
    string(REGEX MATCHALL "<source>[^<]*</source>" renewed "${renewed}")
    list(LENGTH committed before)
    list(LENGTH renewed after)
    if(NOT before EQUAL after)
        message(SEND_ERROR "${name}: has ${before} texts, the sources have ${after}; build the "
            "target update_translations")
    endif()
endforeach()
file(REMOVE_RECURSE ${WORK})
