"""Writes ``dashboard/language/model_manifest.json`` from the installed model: ``python -m tools.pin_model``.

Run it after a change of the model's version in requirements.in, and read the difference.
"""

from __future__ import annotations

import json

from dashboard.language.pipeline import MANIFEST, find_model, hash_files


def main() -> None:
    """Writes the manifest and says how many files it names."""
    folder = find_model()
    files = hash_files(folder)
    version = folder.name.rpartition("-")[2]
    manifest = {"model": "en_core_web_sm", "version": version, "files": files}
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{MANIFEST.name}: {len(files)} files of version {version}")


if __name__ == "__main__":
    main()
