#!/bin/sh
# Starts the product with the Node that lies beside it. Settings come from the environment; see docs/operations.md.
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
cd "$here" || exit 1
exec "$here/node/bin/node" --enable-source-maps "$here/dist/server.js" "$@"
