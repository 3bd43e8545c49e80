#!/bin/sh
# 安装售后系统：问地址、端口、数据目录，放好程序，登记为系统服务。不需要网络。
# Installs Aftercare: asks for address, port and data folder, lays out the program and registers the service. Needs no network.
# 不提问 without questions:  ./install --yes [--host 0.0.0.0] [--port 3000] [--data /var/lib/aftercare] [--to /opt/aftercare] [--no-service]
set -eu

here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
node=$here/node/bin/node
version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$here/package.json" | head -n 1)
host= port= data= to= ask=yes service=yes root=no
[ "$(id -u)" = 0 ] && root=yes

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

while [ $# -gt 0 ]; do
  case $1 in
    --host|--port|--data|--to)
      [ $# -ge 2 ] || fail "$1 后面缺少值。  $1 needs a value."
      case $1 in --host) host=$2 ;; --port) port=$2 ;; --data) data=$2 ;; --to) to=$2 ;; esac
      shift 2 ;;
    --yes) ask=no; shift ;;
    --no-service) service=no; shift ;;
    --help) sed -n '2,4p' "$0"; exit 0 ;;
    *) fail "没有这个选项：$1  There is no option $1 (--help)" ;;
  esac
done

"$node" --version >/dev/null 2>&1 || fail "随附的程序在这台机器上运行不了：需要 x64 的 Linux（glibc，不支持 Alpine），这里是 $(uname -s) $(uname -m)。  The program that is included does not run here: it needs Linux on x64 with glibc (not Alpine)."
[ "$root" = yes ] && [ -d /run/systemd/system ] || service=no

# An installation that is here already answers the questions for us: Enter, or --yes, keeps what it has.
if [ "$root" = yes ]; then : "${to:=/opt/aftercare}"; settings=/etc/aftercare.env; else : "${to:=$HOME/aftercare}"; settings=$to/aftercare.env; fi
kept() { [ ! -r "$settings" ] || sed -n "s/^$1=//p" "$settings" | tail -n 1; }
: "${host:=$(kept HOST)}" "${port:=$(kept PORT)}" "${data:=$(kept AFTERCARE_DATA)}"
: "${host:=0.0.0.0}" "${port:=3000}"
if [ "$root" = yes ]; then : "${data:=/var/lib/aftercare}"; else : "${data:=$HOME/aftercare-data}"; fi

# Each check prints what is wrong, or nothing.
host_wrong() { printf '%s' "$1" | grep -Eq '^[A-Za-z0-9_.:-]+$' || say "监听地址不对：$1  Not an address: $1"; }
port_wrong() {
  case $1 in ''|*[!0-9]*|??????*) say "端口应为 1 至 65535 的数字：$1  The port should be a number from 1 to 65535."; return ;; esac
  if [ "$1" -lt 1 ] || [ "$1" -gt 65535 ]; then say "端口应为 1 至 65535 的数字：$1  The port should be a number from 1 to 65535."; return; fi
  # The version before may be using it: it is about to make room.
  if [ "$1" = "$(kept PORT)" ]; then return; fi
  "$node" -e 'require("net").createServer().on("error", (e) => process.exit(e.code === "EADDRINUSE" ? 3 : 0)).listen(+process.argv[1], process.argv[2], () => process.exit(0))' "$1" "$host" ||
    say "端口 $1 已被别的程序占用，请换一个，或先停掉它（ss -ltnp 可以看到是谁）。  Port $1 is in use by another program; choose another, or stop it first (ss -ltnp tells whose it is)."
}
folder_wrong() { # folder_wrong <folder> <megabytes>
  case $1 in /*) ;; *) say "请写完整路径，以 / 开头：$1  Please write the whole path, from /."; return ;; esac
  # initdb of PostgreSQL is known to fail in folders whose names are not plain ASCII; the unit and the settings file take no quotes or blanks.
  if printf '%s' "$1" | LC_ALL=C grep -q '[^A-Za-z0-9/._-]'; then say "目录名只能用英文字母、数字、点和横线，例如 /var/lib/aftercare（PostgreSQL 在中文路径下会启动失败）：$1  Folder names may only have ASCII letters, digits, dots and dashes."; return; fi
  case $service:$1/ in yes:/home/*|yes:/root/*|yes:/run/user/*|yes:/tmp/*) say "系统服务看不到 $1（/home、/root 和 /tmp 对它是隐藏的），请换一个，例如 /var/lib/aftercare。  The service cannot see $1: /home, /root and /tmp are hidden from it. Choose another."; return ;; esac
  there=$1
  while [ ! -e "$there" ]; do there=$(dirname "$there"); done
  [ -d "$there" ] && [ -w "$there" ] || { say "$there 不可写，请换一个目录，或用 sudo 安装。  $there cannot be written to; choose another folder, or install with sudo."; return; }
  free=$(df -Pk "$there" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "$free" -ge "$2" ] || say "$there 所在磁盘只剩 $free MB，至少需要 $2 MB，请腾出空间或换一个目录。  The disk of $there has $free MB left; $2 MB are needed."
}
data_wrong() { folder_wrong "$1" 1000; }
to_wrong() { folder_wrong "$1" 500; }

question() { # question <name> <words>: asks until the answer is right; an empty line keeps what is in brackets
  while :; do
    eval "value=\$$1"
    printf '%s\n  [%s]: ' "$2" "$value"
    read -r answer || { [ -z "$("$1_wrong" "$value")" ] || fail "$("$1_wrong" "$value")"; return; }
    wrong=$("$1_wrong" "${answer:-$value}")
    if [ -z "$wrong" ]; then eval "$1=\${answer:-\$value}"; return; fi
    say "$wrong"
  done
}

if [ "$ask" = yes ]; then
  say "安装售后系统 Aftercare $version"
  say "直接按回车，就用方括号里的值。  Press Enter to keep what is in brackets."
  question host '监听地址：0.0.0.0 是局域网都能访问，127.0.0.1 是只有本机  Address: 0.0.0.0 for the whole network, 127.0.0.1 for this machine only'
  question port '端口  Port'
  question data '数据目录：数据库、附件、密钥都在这里，需要备份。只用英文路径，PostgreSQL 在中文路径下会启动失败  Data folder, plain ASCII: database, files and keys'
  question to '程序目录  Program folder'
fi
for each in host port data to; do
  eval "wrong=\$(${each}_wrong \"\$$each\")"
  [ -z "$wrong" ] || fail "$wrong"
done
[ "$root" = yes ] || settings=$to/aftercare.env

target=$to/aftercare-$version
mkdir -p "$to"
if [ "$here" != "$target" ]; then
  rm -rf "$target.part"
  cp -R "$here" "$target.part"
  rm -rf "$target"
  mv "$target.part" "$target"
fi
# The version before stays: `ln -sfn …/aftercare-<old> …/current` and a restart go back to it.
if [ -L "$to/current" ] && [ "$(readlink -f "$to/current")" != "$target" ]; then ln -sfn "$(readlink -f "$to/current")" "$to/previous"; fi
ln -sfn "$target" "$to/current"
mkdir -p "$data"
chmod 700 "$data"

if [ "$root" = yes ]; then
  id aftercare >/dev/null 2>&1 || useradd --system --home-dir "$data" --shell /usr/sbin/nologin aftercare
  chown -R aftercare: "$data"
fi
# Settings somebody added by hand stay; the three asked for are put in their place.
(umask 077; { printf 'HOST=%s\nPORT=%s\nAFTERCARE_DATA=%s\n' "$host" "$port" "$data"; [ ! -r "$settings" ] || grep -vE '^(HOST|PORT|AFTERCARE_DATA)=' "$settings" || true; } > "$settings.new")
mv "$settings.new" "$settings"

if [ "$service" = no ]; then
  say '程序已放好。启动：  The program is in place. Start it with:'
  as=; [ "$root" = no ] || as='setpriv --reuid aftercare --regid aftercare --clear-groups '
  say "  (set -a; . $settings; exec $as$to/current/start --empty)"
  exit 0
fi

sed -e "s|/opt/aftercare|$to|g" -e "s|/var/lib/aftercare|$data|g" "$target/deploy/aftercare.service" > /etc/systemd/system/aftercare.service
systemctl daemon-reload
systemctl enable aftercare.service >/dev/null 2>&1
begun=$(date '+%Y-%m-%d %H:%M:%S')
systemctl restart aftercare.service
say '正在启动…  Starting…'
for _ in $(seq 60); do
  told=$(journalctl -u aftercare --since "$begun" --no-pager -o cat 2>/dev/null | grep -E '已启动 is running|set up once' || true)
  [ -z "$told" ] || { say "$told"; exit 0; }
  systemctl is-failed --quiet aftercare.service && break
  sleep 1
done
fail '服务还没有启动，原因见：  The service has not started yet; why is told by:
  journalctl -u aftercare -n 40 --no-pager'
