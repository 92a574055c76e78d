"""Finds, or installs, the programs that some tests drive: Chromium, and nginx for the proxy test.

    python tools/test_needs.py

Exits with 1 when Chromium is missing and CI is true; elsewhere says loudly which tests will be skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "nginx": ("nginx", "/usr/sbin/nginx"),
}
PACKAGES = {"chromium": "chromium", "nginx": "nginx-light"}


def find_program(name: str) -> str | None:
    """The path of an installed program; CHANCERY_CHROMIUM and the like name one that stands elsewhere."""
    named = os.environ.get(f"CHANCERY_{name.upper()}")
    if named:
        return named if shutil.which(named) else None
    return next((path for path in map(shutil.which, PROGRAMS[name]) if path), None)


def install(names: list[str]) -> None:
    """Tries Debian's packages as root; anything else is left to the person at the machine."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print(f"installing {', '.join(names)} from the distribution's packages", flush=True)
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *(PACKAGES[n] for n in names)]):
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)


def main() -> int:
    """0 when the tests can run, 1 when a program is missing where that counts as a failure."""
    missing = [name for name in PROGRAMS if not find_program(name)]
    if missing:
        install(missing)
    missing = [name for name in PROGRAMS if not find_program(name)]
    for name in missing:
        print(
            f"*** {name} was not found and could not be installed: the tests that need it are SKIPPED. ***\n"
            f"*** Install {PACKAGES[name]}, or set CHANCERY_{name.upper()} to its path. ***",
            file=sys.stderr,
        )
    return 1 if missing and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
