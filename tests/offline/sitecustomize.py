"""No network in tests: an audit hook for every Python process that they start, themselves included.

`tests/conftest.py` puts this folder on PYTHONPATH, and Python imports a `sitecustomize` that it finds there when it
starts: so commands, worker processes and Spark's executors are watched as the tests are. What may be reached is the
machine itself: the gateway of Spark and the little server of the test of the documentation listen on its loopback
address; a browser, `multiprocessing` and `asyncio` use pipes and Unix sockets. Every other address raises, and is
noted in the file that VNREPORT_TESTS_ATTEMPTS names, because a library may well swallow what is raised.

What no audit hook sees (compiled code that opens its own sockets) fails in `tests/test_steady.py`, where the commands
run in a namespace without any network.
"""

import os
import sys

_CONNECTS = frozenset(["socket.connect", "socket.sendto", "socket.sendmsg"])
_LOOKS_UP = frozenset(["socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"])
_HERE = frozenset([None, "", "localhost", "::1", "0.0.0.0", "::", os.uname().nodename if hasattr(os, "uname") else ""])


def _host(event: str, args: tuple) -> object:
    """The host that an event of `socket` is about, None where it is none that one could leave the machine for."""
    if event in _LOOKS_UP:
        return args[0]
    if event in _CONNECTS and isinstance(args[1], tuple):  # the address of a Unix socket is a path
        return args[1][0]
    return None


def _watch(event: str, args: tuple) -> None:
    if not event.startswith("socket."):
        return
    host = _host(event, args)
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in _HERE or str(name).startswith("127."):
        return
    if noted := os.environ.get("VNREPORT_TESTS_ATTEMPTS"):
        with open(noted, "a", encoding="utf-8") as file:
            file.write(f"{event} {name}\n")
    raise ConnectionRefusedError(f"tests reach for no network: {event} {name}")


sys.addaudithook(_watch)
