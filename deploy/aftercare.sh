#!/bin/sh
# The command line (backup, restore, audit verify, policy check) with the Node that lies beside it.
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
if [ -r /etc/aftercare.env ]; then
  set -a
  . /etc/aftercare.env
  set +a
fi
exec "$here/node/bin/node" "$here/dist/cli.js" "$@"
