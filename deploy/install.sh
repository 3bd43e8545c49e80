#!/bin/sh
# 安装售后系统：问地址、端口、数据目录，放好程序，登记为系统服务。不需要网络。
# Installs Aftercare: asks for address, port and data folder, lays out the program and registers the service. Needs no network.
# 不提问 without questions:  ./install --yes [--host 0.0.0.0] [--port 3000] [--data /var/lib/aftercare] [--to /opt/aftercare] [--no-service]
set -eu

here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$here/package.json" | head -n 1)
host=0.0.0.0 port=3000 data= to= ask=yes service=yes
root=no
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

if [ "$root" = yes ]; then
  : "${data:=/var/lib/aftercare}" "${to:=/opt/aftercare}"
else
  : "${data:=$HOME/aftercare-data}" "${to:=$HOME/aftercare}"
  service=no
fi
[ -d /run/systemd/system ] || service=no

question() { # question <words> <value>: asks once, an empty line keeps what is in brackets
  printf '%s [%s]: ' "$1" "$2" >&2
  read -r answer || answer=
  printf '%s' "${answer:-$2}"
}

if [ "$ask" = yes ]; then
  say "安装售后 Aftercare $version"
  say "直接按回车，就用方括号里的值。  Press Enter to keep what is in brackets."
  host=$(question '监听地址（0.0.0.0 = 局域网可访问，127.0.0.1 = 只有本机） Address' "$host")
  port=$(question '端口 Port' "$port")
  data=$(question '数据目录（数据库、附件、密钥都在这里） Data folder' "$data")
  to=$(question '程序目录 Program folder' "$to")
fi

case $port in ''|*[!0-9]*) fail "端口应为 1 至 65535 的数字：$port  The port should be a number from 1 to 65535." ;; esac
[ "$port" -ge 1 ] && [ "$port" -le 65535 ] || fail "端口应为 1 至 65535 的数字：$port  The port should be a number from 1 to 65535."
for folder in "$data" "$to"; do
  case $folder in /*) ;; *) fail "请写完整路径：$folder  Please write the whole path." ;; esac
  # initdb of PostgreSQL is known to fail in folders whose names are not plain ASCII; the unit and the settings file take no quotes or blanks.
  if printf '%s' "$folder" | LC_ALL=C grep -q '[^A-Za-z0-9/._-]'; then fail "目录名只能用英文字母、数字、点和横线，例如 /var/lib/aftercare（PostgreSQL 在中文路径下会启动失败）：$folder  Folder names may only have ASCII letters, digits, dots and dashes."; fi
done
printf '%s' "$host" | grep -Eq '^[A-Za-z0-9_.:-]+$' || fail "监听地址不对：$host  Not an address: $host"

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

settings() { printf 'HOST=%s\nPORT=%s\nAFTERCARE_DATA=%s\n' "$host" "$port" "$data"; }

if [ "$root" = yes ]; then
  id aftercare >/dev/null 2>&1 || useradd --system --home-dir "$data" --shell /usr/sbin/nologin aftercare
  chown -R aftercare: "$data"
  # Settings somebody added by hand stay.
  if [ -e /etc/aftercare.env ]; then say "保留已有设置 kept as it is: /etc/aftercare.env"; else (umask 077; settings > /etc/aftercare.env); fi
else
  [ -e "$to/aftercare.env" ] || (umask 077; settings > "$to/aftercare.env")
fi

if [ "$service" = yes ]; then
  sed -e "s|/opt/aftercare|$to|g" -e "s|/var/lib/aftercare|$data|g" "$target/deploy/aftercare.service" > /etc/systemd/system/aftercare.service
  systemctl daemon-reload
  systemctl enable aftercare.service >/dev/null 2>&1
  systemctl restart aftercare.service
  say '已启动服务 aftercare。首次设置的链接：  The service aftercare is running. The link for the first set-up:'
  say '  journalctl -u aftercare -n 20 --no-pager'
else
  env_file=/etc/aftercare.env
  [ "$root" = yes ] || env_file=$to/aftercare.env
  say '程序已放好。启动：  The program is in place. Start it with:'
  if [ "$root" = yes ]; then say "  (set -a; . $env_file; exec setpriv --reuid aftercare --regid aftercare --clear-groups $to/current/start --empty)"; else say "  (set -a; . $env_file; exec $to/current/start --empty)"; fi
fi
