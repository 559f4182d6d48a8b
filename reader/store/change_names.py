"""What the Edit menu calls a change, such as "Delete Highlight"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.annotation import Annotation, AnnotationKind
from reader.message import Message, message

ADD = message("Add {notes}")
DELETE = message("Delete {notes}")
MERGE = message("Merge {notes}")
SPLIT = message("Split {notes}")
MOVE = message("Move {notes}")
LENGTHEN = message("Lengthen {notes}")
SHORTEN = message("Shorten {notes}")
CHANGE_KIND = message("Change to {notes}")
REVIEW = message("Keep {notes}")
CHANGE = message("Change {notes}")
CHANGE_COLOUR = message("Change Colour")
RENAME_COLOUR = message("Rename Colour")
CHANGE_NOTE = message("Edit Note")
CHANGE_TAGS = message("Change Tags")
CHANGE_VOICE = message("Change Voice")
TAKE_WORDS = message("Take Words From Transcript")
IMPORT = message("Import Notes")
JOIN = message("Merge Libraries")
JOIN_EPISODE = message("Join Notes to Episode")
MOVE_TEXT = message("Move Text")
SET_BREAK = message("Set Break")
REMOVE_POINT = message("Remove Point")
RESET_SYNC = message("Reset Sync")
APPLY_SYNC = message("Apply Sync")
RENAME_EPISODE = message("Rename Episode")
NAME_VOICE = message("Name Voice")
RENAME_VOICE = message("Rename Voice")
MERGE_VOICES = message("Merge Voices")
SPLIT_VOICE = message("Split Voice")
GUESS_VOICES = message("Guess Voices")
SWAP_VOICES = message("Swap Voices")
CONFIRM_VOICES = message("Confirm Voices")
STOP_GUESSING = message("Stop Guessing")
RESET_VOICES = message("Voices as the File Says")
CARRY_VOICES = message("Carry Voices Over")
TAKE_VOICES = message("Take Voices From Transcript")
CORRECT = message("Correction")
CORRECT_EVERYWHERE = message("Correction Everywhere")
AS_FILE_SAYS = message("As the File Says")
IMPORT_CORRECTIONS = message("Import Corrections")

_OF_NOTES = (*(ADD, DELETE, MERGE, SPLIT, MOVE, LENGTHEN, SHORTEN, CHANGE_KIND, REVIEW, CHANGE),)
_OTHERS = (
    *(CHANGE_COLOUR, RENAME_COLOUR, CHANGE_NOTE, CHANGE_TAGS, CHANGE_VOICE, RENAME_EPISODE),
    *(
        TAKE_WORDS,
        IMPORT,
        JOIN,
        JOIN_EPISODE,
        MOVE_TEXT,
        SET_BREAK,
        REMOVE_POINT,
        RESET_SYNC,
        APPLY_SYNC,
    ),
    *(NAME_VOICE, RENAME_VOICE, MERGE_VOICES, SPLIT_VOICE, GUESS_VOICES, SWAP_VOICES),
    *(CONFIRM_VOICES, STOP_GUESSING, RESET_VOICES, CARRY_VOICES, TAKE_VOICES),
    *(CORRECT, CORRECT_EVERYWHERE, AS_FILE_SAYS, IMPORT_CORRECTIONS),
)
_ONE = {
    AnnotationKind.BOOKMARK: message("Bookmark"),
    AnnotationKind.HIGHLIGHT: message("Highlight"),
}
_SEVERAL = {
    AnnotationKind.BOOKMARK: message("Bookmarks"),
    AnnotationKind.HIGHLIGHT: message("Highlights"),
}
_NOTE, _NOTES = message("Note"), message("Notes")


def change_name(change: Message, annotations: Sequence[Annotation]) -> Message:
    """The name of a change to these annotations."""
    kinds = {annotation.kind for annotation in annotations}
    kind = kinds.pop() if len(kinds) == 1 else None
    nouns, either = (_ONE, _NOTE) if len(annotations) == 1 else (_SEVERAL, _NOTES)
    return change.filled(notes=nouns.get(kind, either) if kind else either)


def known_name(name: str) -> str:
    """The name of a change as a message again; the library keeps it as a text."""
    return _KNOWN.get(name, name)


_KNOWN: dict[str, Message] = {str(each): each for each in _OTHERS} | {
    str(each): each
    for change in _OF_NOTES
    for noun in (*_ONE.values(), *_SEVERAL.values(), _NOTE, _NOTES)
    for each in [change.filled(notes=noun)]
}
