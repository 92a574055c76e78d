"""The errors of Chancery, each saying where, what was found and what was allowed.

ChanceryError
├── VocabularyError      a word list that is wrong: file and line; stops the run
├── ModelError           the language model is missing or its files are not the pinned ones
├── StoreError           a store that cannot be opened, or was made by another version
│   └── EvidenceError    a claim whose evidence differs from its slice of the article
├── SourceError          a path or address that cannot be read at all
└── FilterError          a filter of a link or command line that says nothing we know
"""


class ChanceryError(Exception):
    """The root of every error that Chancery raises on purpose."""


class VocabularyError(ChanceryError):
    """A word list holds a bad row; the message names file and line."""


class ModelError(ChanceryError):
    """The language model cannot be loaded, or its files differ from the pinned manifest."""


class StoreError(ChanceryError):
    """The store cannot be opened or written."""


class EvidenceError(StoreError):
    """The words of a claim's evidence are not the words of its article at these offsets."""


class SourceError(ChanceryError):
    """A path or address that was asked for cannot be read at all."""


class FilterError(ChanceryError):
    """A filter value that cannot be understood."""
