#!/usr/bin/env bash
# RabbitMQ on this machine, of one node or a cluster of three, from the distribution's package and without root: to try things out and for the tests.
#
#   local.sh start [1|3] [DIR]    start, print ports and state
#   local.sh status [DIR]         what runs
#   local.sh stop [DIR]           stop everything, epmd as well
#   local.sh up NODE [DIR]        start one node that was stopped or killed (1, 2 or 3), and wait for it
#   local.sh kill NODE [DIR]      SIGKILL to one node
#   local.sh ctl NODE DIR ARGS…   rabbitmqctl at one node
#
# PORT names the first node's port (5672 where absent); the others follow it. Several may run beside each other, each with its own PORT and DIR.
# ERL_ARGS are further arguments for the nodes' Erlang machines.
# Everything a broker writes lies in DIR; 'start' goes on with what is there.
set -euo pipefail

port=${PORT:-5672}
bin=${RABBITMQ_BIN:-/usr/lib/rabbitmq/bin}
[ -x "$bin/rabbitmq-server" ] || { echo "RabbitMQ is not installed: apt-get install --no-install-recommends rabbitmq-server" >&2; exit 1; }

folder() {
  dir=${1:-${TMPDIR:-/tmp}/techbroker-rabbitmq-$port}
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd)
  if [ -f "$dir/port" ]; then port=$(cat "$dir/port"); fi
}

# The distribution's own settings, and those of a node that runs as a service, stay out of it.
node() {
  local i=$1
  export HOME=$dir HOSTNAME=localhost
  export RABBITMQ_CONF_ENV_FILE=$dir/none RABBITMQ_BASE=$dir
  export RABBITMQ_NODENAME=rmq$i@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
  export RABBITMQ_NODE_PORT=$((port + i - 1)) RABBITMQ_DIST_PORT=$((port + 10000 + i))
  export RABBITMQ_MNESIA_BASE=$dir/data RABBITMQ_LOG_BASE=$dir/log RABBITMQ_PID_FILE=$dir/rmq$i.pid
  export RABBITMQ_ENABLED_PLUGINS_FILE=$dir/plugins RABBITMQ_CONFIG_FILE=$dir/rmq$i
  export ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$((port + 10000))
  export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} ${ERL_ARGS:-}"
  # Idle schedulers of Erlang spin for the next message, which on a small machine takes the time from those who send it.
  export RABBITMQ_SERVER_ERL_ARGS="+sbwt none +sbwtdcpu none +sbwtdio none"
}

ctl() { "$bin/rabbitmqctl" --quiet "$@"; }

pid_of() { cat "$dir/rmq$1.pid" 2>/dev/null || true; }

# What has been killed and waits to be reaped does not run.
runs() { local pid; pid=$(pid_of "$1"); [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && ! grep -qs '^State:[[:space:]]*Z' "/proc/$pid/status"; }

launch() {
  node "$1"
  if runs "$1"; then return; fi
  rm -f "$RABBITMQ_PID_FILE"
  echo "[]." > "$dir/plugins"
  { echo "listeners.tcp.default = 127.0.0.1:$RABBITMQ_NODE_PORT"; cat "$dir/extra.conf" 2>/dev/null || true; } > "$RABBITMQ_CONFIG_FILE.conf"
  # A session of its own: Ctrl-C in the shell that started it is not meant for the broker.
  setsid "$bin/rabbitmq-server" > "$dir/log/rmq$1.out" 2>&1 < /dev/null &
}

await() {
  node "$1"
  "$bin/rabbitmqctl" --quiet wait --timeout 90 "$RABBITMQ_PID_FILE" > /dev/null || { echo "Node $1 did not start:" >&2; tail -20 "$dir/log/rmq$1.out" >&2; exit 1; }
}

count() { ls "$dir" | grep -c '^rmq[0-9]\.conf$' || true; }

status() {
  local n; n=$(count)
  for i in $(seq 1 "$n"); do
    node "$i"
    if runs "$i"; then echo "node $i  127.0.0.1:$RABBITMQ_NODE_PORT  pid $(pid_of "$i")"; else echo "node $i  127.0.0.1:$RABBITMQ_NODE_PORT  stopped"; fi
  done
  for i in $(seq 1 "$n"); do
    node "$i"
    if runs "$i" && ctl cluster_status --formatter json > "$dir/status.json" 2>/dev/null; then
      echo "running $(grep -o '"running_nodes":\[[^]]*\]' "$dir/status.json" | cut -d: -f2)"
      return
    fi
  done
  echo "nothing runs in $dir"
}

verb=${1:-}; shift || true
case "$verb" in
  start)
    nodes=${1:-1}; folder "${2:-}"
    case "$nodes" in 1 | 3) ;; *) echo "A cluster has 1 or 3 nodes, not $nodes." >&2; exit 2 ;; esac
    echo "$port" > "$dir/port"
    mkdir -p "$dir/log" "$dir/data"
    [ -f "$dir/.erlang.cookie" ] || { head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$dir/.erlang.cookie"; chmod 400 "$dir/.erlang.cookie"; }
    for i in $(seq 1 "$nodes"); do launch "$i"; done
    for i in $(seq 1 "$nodes"); do await "$i"; done
    for i in $(seq 2 "$nodes"); do
      node "$i"
      if ! [ -f "$dir/joined$i" ]; then
        ctl stop_app && ctl join_cluster rmq1@localhost && ctl start_app
        touch "$dir/joined$i"
      fi
    done
    status
    ;;
  status) folder "${1:-}"; status ;;
  stop)
    folder "${1:-}"; node 1
    for i in $(seq "$(count)" -1 1); do
      pid=$(pid_of "$i")
      if runs "$i"; then
        kill -TERM "$pid"
        for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
        kill -KILL "$pid" 2>/dev/null || true
      fi
    done
    # It goes only when no node is registered any more.
    for _ in $(seq 25); do epmd -port "$ERL_EPMD_PORT" -kill > /dev/null 2>&1 && break; sleep 0.2; done
    echo "stopped"
    ;;
  up) i=$1; folder "${2:-}"; launch "$i"; await "$i" ;;
  kill)
    i=$1; folder "${2:-}"; kill -KILL "$(pid_of "$i")"
    # A machine with much memory takes a while to die, and 'up' would find it running.
    for _ in $(seq 100); do runs "$i" || exit 0; sleep 0.1; done
    echo "Node $i does not end." >&2; exit 1
    ;;
  ctl) i=$1; folder "$2"; shift 2; node "$i"; ctl "$@" ;;
  *) sed -n '2,14p' "$0" | cut -c3- ; exit 2 ;;
esac
