#!/bin/sh
# Runs the earn-out escrow job. ./run.sh --help tells how.
#
# On first use, and when the sources changed, it builds the program (needs a JDK 17 or later and Maven) and prepares a fast
# start: the jar unpacked, and an archive of loaded classes. After that it only starts Java.
#   EARNOUT_JAVA_OPTS  further options for Java, e.g. -Xmx2g
#
# It ends with the exit code of the program, or says why that can't be started and ends with 64, 69, 73 or 130 (README.md).

# Nothing of the caller's shell may change what this script does: no patterns, no other separators, no other folder to look in.
set -efu +C
IFS=' 	
'
unset CDPATH
PATH=${PATH:+$PATH:}/usr/local/bin:/usr/bin:/bin
export PATH

work=
child=

# Ends with an exit code, and says why if there is something to say.
stop() {
    trap - EXIT
    [ -z "$child" ] || kill "$child" 2>/dev/null || :
    [ -z "$work" ] || rm -rf "$work" || :
    [ -z "${2:-}" ] || printf 'earnout: %s\n' "$2" >&2
    exit "$1"
}

# An exit code of the shell itself must not pass for one of the program.
trap 'stop 69 "run.sh could not go on: a tool is missing, or failed as it says above"' EXIT
trap 'stop 130' INT TERM HUP

# --- where it is, and in which language file names are ------------------------------------------------------------------

find_home() {
    self=$0
    while :; do
        case $self in
        /*) ;;
        *) self=./$self ;;
        esac
        [ -h "$self" ] || break
        link=$(readlink "$self")
        case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
        esac
    done
    # the x keeps a line break at the end of a name
    home=$(cd "${self%/*}/" && pwd -P && echo x)
    home=${home%?x}
    case $home/ in
    *:* | *!/*) stop 69 "Java starts no program in a folder with : in its path, or ! at the end of a name: move $home" ;;
    esac
}

has_utf8() {
    [ "$( (LC_ALL=$1 locale charmap) 2>/dev/null)" = UTF-8 ]
}

# Java reads file names as the locale says: it must be one for every script, and installed.
find_locale() {
    # a system without that command has no locales, and its file names are UTF-8
    if command -v locale >/dev/null 2>&1 && ! has_utf8 C.UTF-8; then
        for name in $(locale -a 2>/dev/null) none; do
            case $name in
            *[Uu][Tt][Ff]*8*) ! has_utf8 "$name" || break ;;
            none) stop 69 "no UTF-8 locale is installed, which Java needs for file names: install C.UTF-8 or another" ;;
            esac
        done
        LC_ALL=$name
    else
        LC_ALL=C.UTF-8
    fi
    export LC_ALL
}

# --- Java ---------------------------------------------------------------------------------------------------------------

# Sets java_home, version and build of the Java that a command starts; further arguments make the command say them.
ask_java() {
    command=$1
    shift
    real=$(readlink -f "$command" 2>/dev/null) || real=$command
    java_home=${real%/bin/java*}
    version=
    build=
    if [ -f "$java_home/lib/modules" ] && [ -r "$java_home/release" ]; then
        while read -r line || [ -n "$line" ]; do
            case $line in
            JAVA_VERSION=*) version=${line#*=} ;;
            *VERSION=* | SOURCE=*) build=$build${line#*=} ;;
            esac
        done <"$java_home/release"
    fi
    # a script that chooses a Java (jenv, asdf, SDKMAN) lies elsewhere: only Java itself knows where it is
    if [ -z "$version" ]; then
        said=$("$command" "$@" -version 2>&1) || return 1
        java_home=$(printf '%s\n' "$said" | sed -n 's/^ *java\.home = //p')
        version=$(printf '%s\n' "$said" | sed -n 's/^ *java\.version = //p')
    fi
    version=${version#\"}
    version=${version%\"}
    major=${version%%[!0-9]*}
    [ -s "$java_home/bin/java" ] && [ "${major:-0}" -ge 17 ]
}

# The Java of JAVA_HOME, or that of the PATH.
find_java() {
    found=
    for java in "${JAVA_HOME:-}${JAVA_HOME:+/bin/java}" "$(command -v java || :)"; do
        if [ -n "$java" ] && [ -x "$java" ]; then
            if ask_java "$java" -XshowSettings:properties; then
                java=$java_home/bin/java
                return
            fi
            found="$found $java is Java ${version:-of unknown version}."
        fi
    done
    stop 69 "Java 17 or later is missing: install a JDK, e.g. apt-get install openjdk-17-jdk.$found${JAVA_HOME:+ JAVA_HOME is $JAVA_HOME.}"
}

# The JDK that compiles: a Java alone has no compiler, but another on the PATH may have.
find_jdk() {
    jdk=$java_home
    for tool in javac java; do
        [ ! -x "$jdk/bin/javac" ] || return 0
        command=$(command -v $tool) || continue
        case $tool in
        javac) jdk=$(ask_java "$command" -J-XshowSettings:properties && printf %s "$java_home") || jdk= ;;
        java) jdk=$(ask_java "$command" -XshowSettings:properties && printf %s "$java_home") || jdk= ;;
        esac
    done
    [ -x "$jdk/bin/javac" ] ||
        stop 69 "the compiler is missing, $java_home is no JDK: install a JDK 17 or later, e.g. apt-get install openjdk-17-jdk"
}

# --- the program: built once from each state of its sources, known by their content -------------------------------------

apps=
sources='pom.xml .mvn src/main'

# A digest of the names and contents of the sources in a folder.
digest_of() {
    sum=cksum
    if command -v sha256sum >/dev/null 2>&1; then
        sum=sha256sum
    elif command -v shasum >/dev/null 2>&1; then
        sum='shasum -a 256'
    fi
    files=$(cd "$1" && find -L $sources -type f -exec $sum {} +) || return 1
    files=$(printf '%s\n' "$files" | LC_ALL=C sort) || return 1
    digest=$(printf '%s\n' "$files" | $sum) || return 1
    digest=${digest%% *}
    [ -n "$digest" ]
}

# Which files they are, their sizes, and the times of change that nobody can set: to read them all takes longer. Nothing where
# this find can't say it.
list_sources() {
    cd "$home" && find -L $sources -type f -printf '%p %i %s %C@\n' 2>/dev/null
}

is_built() {
    [ -s "$app/earnout-escrow.jar" ]
}

find_program() {
    apps=$home/target/app
    app=
    latest=
    [ ! -r "$apps/latest" ] || read -r latest <"$apps/latest" || :
    app=$apps/${latest:-none}
    if [ ! -f "$home/pom.xml" ]; then
        is_built || stop 69 "there is nothing to run in $apps, and nothing to build it from in $home"
        return
    fi
    ! is_built || ! list_sources | cmp -s - "$app/sources" 2>/dev/null || return 0
    listing=$(list_sources) || listing=
    digest_of "$home" || stop 69 "the sources in $home can't be read, see above"
    app=$apps/$digest
    is_built || build
    remember || :
}

# Notes which listing of the sources goes with their digest, unless they may still change within the same tick of the clock.
remember() {
    [ -w "$apps" ] && [ -w "$app" ] || return 0
    [ "$latest" = "$digest" ] || replace "$apps/latest" "$digest"
    [ -n "$listing" ] || return 0
    changing=$(cd "$home" && find -L $sources -type f -newerct '2 seconds ago' 2>&1) || return 0
    [ -n "$changing" ] || replace "$app/sources" "$listing"
}

# Writes a file as a whole.
replace() {
    printf '%s\n' "$2" >"$1.$$" && mv "$1.$$" "$1"
}

# Waits for its turn, so that runs that start together build once. Nothing depends on it, since each builds in a folder of its
# own: whoever can't lock, or has waited for ten minutes, goes on.
take_turn() {
    turn=
    command -v flock >/dev/null 2>&1 || return 0
    why=$( (: >>"$apps/lock") 2>&1) || stop 73 "the program can't be built, $apps/lock can't be written: $why"
    exec 9>>"$apps/lock"
    tries=0
    until flock -n 9 2>/dev/null; do
        [ $? -eq 1 ] && [ $tries -lt "$1" ] || return 0
        [ $tries -gt 0 ] || printf 'earnout: another run is building the program, waiting for it\n' >&2
        tries=$((tries + 1))
        sleep 1
    done
    turn=mine
}

build() {
    command -v mvn >/dev/null 2>&1 || stop 69 "Maven is missing, which builds the program: e.g. apt-get install maven"
    find_jdk
    why=$(mkdir -p "$apps" 2>&1) || stop 73 "the program can't be built: $why"
    take_turn 600
    ! is_built || return 0
    work=$(mktemp -d "$apps/building-XXXXXX" 2>&1) || {
        why=$work
        work=
        stop 73 "the program can't be built, nothing can be written in $apps: $why"
    }
    printf 'earnout: building, this happens once\n' >&2
    # a copy, so that what is built is what was read, whatever is edited meanwhile
    why=$( (cd "$home" && mkdir "$work/src" && cp -RL pom.xml .mvn "$work" && cp -RL src/main "$work/src") 2>&1) ||
        stop 69 "the sources can't be copied: $why"
    seen=$digest
    digest_of "$work" || stop 69 "the sources can't be read, see above"
    [ "$seen" = "$digest" ] || listing=
    app=$apps/$digest
    log=$home/target/build.log
    (cd "$work" && JAVA_HOME=$jdk exec mvn -q -B -Dquick -Dmaven.test.skip=true package) >"$work/log" 2>&1 9>&- &
    child=$!
    wait $child || {
        child=
        cat "$work/log" >&2
        mv "$work/log" "$log" 2>/dev/null || log=above
        stop 69 "the build failed, see $log"
    }
    child=
    why=$("$java" -Djarmode=tools -jar "$work/target/earnout-escrow.jar" extract --destination "$work/app" 2>&1) &&
        [ -s "$work/app/earnout-escrow.jar" ] || stop 69 "the program can't be unpacked: $why"
    sync
    is_built || mv "$work/app" "$app" || stop 73 "the program can't be moved to $app, see above"
    tidy_up || :
    rm -rf "$work"
    work=
}

# Keeps what was built last and what was built before it, which may still run.
tidy_up() {
    others=building-*
    [ -z "$turn" ] || others=none
    find "$apps" -mindepth 1 -maxdepth 1 ! -name "$digest" ! -name "${latest:-none}" ! -name latest ! -name lock \
        ! -name "${work##*/}" ! -name "$others" -exec rm -rf {} +
}

# --- how to start: a few agreements start fast, many run fast -------------------------------------------------------------

# Java compiles the program while it runs. Thoroughly is worth its time only in large runs, and there only what is hot for long.
choose_options() {
    input=$home/input
    take_input=
    for argument in "$@"; do
        [ -z "$take_input" ] || input=$argument
        take_input=
        case $argument in
        --input) take_input=yes ;;
        --input=*) input=${argument#--input=} ;;
        esac
    done
    kilobytes=$(du -skL -- "$input" 2>/dev/null) || :
    kilobytes=${kilobytes%%[!0-9]*}
    options="-Xmx320m -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr"
    if [ "${kilobytes:-0}" -gt 40000 ]; then
        options="$options -XX:+UseParallelGC -XX:CompileThresholdScaling=5"
    elif [ "${kilobytes:-0}" -gt 8000 ]; then
        options="$options -XX:+UseParallelGC -XX:TieredStopAtLevel=1"
    else
        options="$options -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
    fi
    # with others Java does something else than to run the program, and ends with 0 for that
    for option in ${EARNOUT_JAVA_OPTS:-}; do
        case $option in
        -Xinternalversion | -Xshare:dump | -XX:AOTMode=*) ;;
        -X?* | -D?* | -ea* | -da* | -esa | -dsa | -agent?*:* | -javaagent:* | --add-*=* | --enable-*) continue ;;
        esac
        stop 64 "EARNOUT_JAVA_OPTS: $option is not an option to run the program with: give options such as -Xmx2g"
    done
}

# An archive of loaded classes halves the start. It is made once for each Java and place, of what small runs load; without it
# everything works, only slower. Java takes it at the address that it was made for, since moving it would cost more than reading.
archived="-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:SharedArchiveFile"

find_archive() {
    archive=$app/classes-$version.jsa
    of="$java_home $build $app"
    made_of=
    [ ! -r "$archive.of" ] || IFS= read -r made_of <"$archive.of" || :
    [ "$made_of" != "$of" ] || return 0
    said=$("$java" -version 2>&1) || stop 69 "Java can't be started: $java: $said"
    archive_made=$archive
    archive=none
    [ -w "$app" ] || return 0
    take_turn 0
    training=$(mktemp -d "$app/training-XXXXXX" 2>/dev/null) || return 0
    if train >/dev/null 2>&1 9>&-; then
        ! mv "$training/archive" "$archive_made" 2>/dev/null || archive=$archive_made
    else
        rm -f "$archive_made"
    fi
    replace "$archive_made.of" "$of" || :
    rm -rf "$training"
}

# Lists what a run, the same run again and a question for help load, and archives it. Only G1 archives objects, too. The numbers
# of the classes hold within one list alone.
train() {
    set -- --input "$home/src/test/resources/cases/kaixin-five-years/input" --output "$training/output"
    load run "$@" && load again "$@" && load help --help &&
        sed '/ source: /d; s/ id: [0-9]*$//' "$training/run" "$training/again" "$training/help" >"$training/list" &&
        "$java" -Xmx320m -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$training/list" \
            $archived="$training/archive" -cp "$app/earnout-escrow.jar"
}

load() {
    list=$training/$1
    shift
    code=0
    "$java" -Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:DumpLoadedClassList="$list" \
        -jar "$app/earnout-escrow.jar" "$@" || code=$?
    [ $code -eq 0 ] || [ $code -eq 2 ]
}

main() {
    # what is built may be run by others, and what is then written is its owner's alone
    umask 022
    find_home
    find_locale
    find_java
    choose_options "$@"
    find_program
    find_archive
    exec 9>&-
    umask 077
    terminals=
    [ ! -t 1 ] || terminals=out
    [ ! -t 2 ] || terminals=$terminals,err
    set -- -Dearnout.home="$home" -Dearnout.terminals="$terminals" -jar "$app/earnout-escrow.jar" "$@"
    if [ -f "$archive" ]; then
        set -- $archived="$archive" -Xshare:auto "$@"
    fi
    exec "$java" $options ${EARNOUT_JAVA_OPTS:-} "$@"
}

# all of it is read before anything is done: who changes this file meanwhile changes nothing
main "$@"
