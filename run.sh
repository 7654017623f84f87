#!/bin/sh
# Runs the earn-out escrow job. ./run.sh --help tells how.
#
# On first use, and when sources changed, it builds the program (needs a JDK 17 or later and Maven) and prepares a fast
# start: the jar unpacked, and an archive of loaded classes. After that it only starts Java.
#   EARNOUT_JAVA_OPTS  further options for Java, e.g. -Xmx2g

set -eu
umask 077

# file names in any script must work under cron too, which sets no locale
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
*UTF-8* | *utf8* | *utf-8*) ;;
*) export LC_ALL=C.UTF-8 ;;
esac

self=$0
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
    esac
done
home=$(cd "$(dirname "$self")" && pwd -P)
app=$home/target/app

missing() {
    echo "earnout: $1" >&2
    exit 69
}

# --- Java -------------------------------------------------------------------------------------------------------------

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
else
    java=$(command -v java) || missing "Java is missing: install a JDK 17 or later, e.g. apt-get install openjdk-17-jdk"
fi
java_home=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")")
if [ -r "$java_home/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$java_home/release")
else
    version=$("$java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')
fi
major=${version%%[!0-9]*}
[ "${major:-0}" -ge 17 ] ||
    missing "Java $version is too old: install a JDK 17 or later, e.g. apt-get install openjdk-17-jdk"

# --- build, when there is nothing built or something is newer than what was built ---------------------------------------

is_built() {
    [ -f "$app/built" ] && [ -z "$(find "$home/src/main" "$home/pom.xml" -newer "$app/built" -print 2>/dev/null | head -n 1)" ]
}

build() {
    command -v mvn >/dev/null 2>&1 || missing "Maven is missing, which builds the program: e.g. apt-get install maven"
    [ -x "$java_home/bin/javac" ] ||
        missing "the compiler is missing, this is no JDK: install a JDK 17 or later, e.g. apt-get install openjdk-17-jdk"
    echo "earnout: building, this happens once" >&2
    started=$home/target/.build-started
    touch "$started"
    if ! (cd "$home" && JAVA_HOME=$java_home mvn -q -B -Dquick -DskipTests package) >"$home/target/build.log" 2>&1; then
        cat "$home/target/build.log" >&2
        missing "the build failed, see above or target/build.log"
    fi
    rm -rf "$app.new"
    "$java" -Djarmode=tools -jar "$home/target/earnout-escrow.jar" extract --destination "$app.new" >/dev/null
    touch -r "$started" "$app.new/built"
    rm -rf "$app"
    mv "$app.new" "$app"
}

# One at a time: a link whose target is the process that holds it. What a killed process left behind counts for nothing.
take() {
    lock=$1
    if ln -sn $$ "$lock" 2>/dev/null; then
        trap 'rm -f "$lock"' EXIT
        trap 'exit 130' INT TERM HUP
        return 0
    fi
    holder=$(readlink "$lock" || echo)
    [ -z "$holder" ] || kill -0 "$holder" 2>/dev/null || rm -f "$lock"
    return 1
}

give_back() {
    rm -f "$lock"
    trap - EXIT INT TERM HUP
}

if ! is_built; then
    mkdir -p "$home/target"
    until take "$home/target/.build-lock"; do
        sleep 1
    done
    is_built || build
    give_back
fi

# --- how to start: a few agreements start fast, many run fast ------------------------------------------------------------

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
kilobytes=$(du -skL "$input" 2>/dev/null | cut -f 1)

# Java compiles the program while it runs. Thoroughly is worth its time only in large runs, and there only what is hot for long.
options="-Xmx320m -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr"
if [ "${kilobytes:-0}" -gt 40000 ]; then
    options="$options -XX:+UseParallelGC -XX:CompileThresholdScaling=5"
elif [ "${kilobytes:-0}" -gt 8000 ]; then
    options="$options -XX:+UseParallelGC -XX:TieredStopAtLevel=1"
else
    options="$options -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
fi

# An archive of loaded classes halves the start. It is made once, by a small run; without it everything works, only slower.
archive=$app/classes-$version.jsa
if [ ! -f "$archive" ] && take "$app/training-lock"; then
    training=$app/training-$$
    "$java" -Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -XX:ArchiveClassesAtExit="$archive.$$" \
        -jar "$app/earnout-escrow.jar" --input "$home/src/test/resources/cases/kaixin-five-years/input" \
        --output "$training" >/dev/null 2>&1 || true
    rm -rf "$training"
    [ ! -f "$archive.$$" ] || mv "$archive.$$" "$archive"
    give_back
fi

terminals=
[ ! -t 1 ] || terminals=out
[ ! -t 2 ] || terminals=$terminals,err

set -- -Dearnout.home="$home" -Dearnout.terminals="$terminals" -jar "$app/earnout-escrow.jar" "$@"
if [ -f "$archive" ]; then
    set -- -XX:SharedArchiveFile="$archive" -Xshare:auto "$@"
fi
exec "$java" $options ${EARNOUT_JAVA_OPTS:-} "$@"
