"""What `reader` says, in the language of the interface.

`reader` knows no Qt: it tells faults in English sentences with names and numbers filled in. Here
its sentences stand as templates; a sentence is recognised by its template and said in another
language, and so is each part that was filled in. What is not known stays English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

CONTEXT = "reader"
_HOLE = re.compile(r"\{\d\}")


def _t(text: str) -> str:
    """Mark for `make translations`."""
    return text


_FILES = (
    _t("“{0}” is a folder, not a recording or a transcript."),
    _t("“{0}” was not found; was it moved or renamed?"),
    _t("“{0}” can't be read: {1}."),
    _t("“{0}” is damaged or is no recording: no sound was found in it."),
    _t("“{0}” is a transcript, not a recording."),
    _t("“{0}” is no recording."),
    _t("{0} is a folder."),
    _t("{0} is a pipe or a device, not a file."),
    _t("“{0}” is a pipe or a device, not a file."),
    _t("{0} exists already."),
    _t("{0} cannot be written: there is no folder {1}."),
    _t("{0} cannot be written: {1}."),
    _t("{0} cannot be written."),
    _t("{0} cannot be read: {1}."),
    _t("{0} is no UTF-8 text."),
    _t("{0} has no sound."),
    _t("{0} has no sound at {1}."),
    _t("The Markdown folder “{0}” cannot be written: {1}. What you keep stays in the library."),
    _t("the folder is not there"),
    _t("another program keeps writing it"),
    _t("unknown reason"),
    _t("No such file or directory"),
    _t("Permission denied"),
    _t("No space left on device"),
    _t("Read-only file system"),
    _t("Is a directory"),
    _t("Input/output error"),
    _t("This transcript has no times, and {0} cannot be without them."),
    _t("{0} tells the times of one recording: choose the notes of one episode."),
)
_TRANSCRIPTS = (
    _t("{0} is empty."),
    _t("{0} holds no transcript that can be read. Expected {1}; it begins with “{2}”."),
    _t("{0} holds no transcript that can be read. Expected {1}; it holds only blank lines."),
    _t("text with times, as in {0}"),
    _t("WebVTT, SubRip, whisper.cpp text, JSON or TTML"),
    _t("There is no format called {0}; choose {1}."),
    _t("{0} cannot be read as {1}: no such encoding."),
    _t("{0} is {1}, not a transcript."),
    _t("{0} is a folder, not a transcript."),
    _t("{0} is a device, not a file."),
    _t("{0} was not found; was it moved or renamed?"),
    _t("{0} may not be read: permission denied."),
    _t("{0} is too large for a transcript: {1} MB, at most {2} MB can be opened."),
    _t("{0} has more than {1} faults (to line {2}); that is no transcript."),
    _t("{0} has a cue (line {1}) of more than {2} characters; that is no transcript."),
    _t("{0} has more than {1} cues (to line {2}); that is no transcript."),
    _t("{0} has more than {1} lines; that is no transcript."),
    _t("{0} has a line (line {1}) of more than {2} characters; that is no transcript."),
    _t("{0} is too large for a transcript of Earmark."),
    _t("{0} is damaged at line {1}: {2}."),
    _t("{0} is no JSON that can be read."),
    _t("{0} was written by a later Earmark; this one reads version {1}."),
    _t("{0} is too large a page for a transcript."),
    _t("{0} has more tags than a transcript can."),
    _t("{0} holds more JSON than a transcript can."),
    _t("{0} is nested too deeply for a transcript."),
    _t("{0} is damaged JSON at line {1}, column {2} ({3}), and holds no segment before that."),
    _t("{0} is damaged JSON (line {1}): {2}."),
    _t("{0} has a tag without an end (line {1}); that is no transcript."),
    _t("{0} is nested too deeply (line {1}); that is no transcript."),
    _t("{0} has too many elements (line {1}); that is no transcript."),
    _t("{0} has a text of more than {1} characters (line {2}); that is no transcript."),
    _t("{0} defines entities of its own (line {1}), which no transcript needs; it was not opened."),
)
_KINDS = (
    _t("a binary file"),
    _t("an AAC recording"),
    _t("an MP3 recording"),
    _t("a video"),
    _t("a picture"),
    _t("a compressed archive"),
    _t("a program"),
    _t("an office document"),
    _t("an Ogg recording"),
    _t("a FLAC recording"),
    _t("a Matroska or WebM recording"),
    _t("an AMR recording"),
    _t("a WavPack recording"),
    _t("a Monkey's Audio recording"),
    _t("a CAF recording"),
    _t("a MIDI file"),
    _t("an AU recording"),
    _t("a DSD recording"),
    _t("a Windows Media recording"),
    _t("a RealMedia recording"),
    _t("a PDF document"),
    _t("a ZIP archive or an office document"),
    _t("an empty ZIP archive"),
    _t("a database"),
    _t("a WAV recording"),
    _t("an AIFF recording"),
    _t("an M4A recording"),
    _t("an M4B recording"),
    _t("an MP4 recording"),
)
_PROBLEMS = (
    _t("no label in this line"),
    _t("starts before the recording"),
    _t("ends before it starts"),
    _t("later than any recording ends"),
    _t("a character could not be read"),
    _t("no text between these times"),
    _t("cue {0} cannot be read"),
    _t("a name without text"),
    _t("a time that cannot be read"),
    _t("a time without text"),
    _t("nested too deeply"),
    _t("damaged JSON ({0}), not read from here"),
    _t("no segment"),
    _t("no text in this segment"),
    _t("text beside the segments"),
    _t("the unit of the times is not certain"),
    _t("times that cannot be read"),
    _t("damaged JSON after the segments"),
    _t("text before the first time"),
    _t("no times: added to the line before"),
    _t("too many times for one line: only the first is used"),
    _t("text in the line of its times"),
    _t("a blank line inside the text"),
    _t("a drawing, not text"),
    _t("no dialogue in this line"),
    _t("attached files, not text"),
    _t("no times and text in this row"),
    _t("text without times"),
    _t("never shown: its time is over before it begins"),
    _t("text outside a paragraph"),
    _t("no cue in this file"),
    _t("more than times in this line"),
    _t("a mark that is not known, not shown"),
    _t("words in place of a time"),
    _t("one time for several turns: shared out by their length"),
    _t("frames counted at {0} a second: a guess"),
    _t("a column that is not shown"),
    _t("an end that cannot be read"),
    _t("times not as WebVTT writes them"),
    _t("a blank line between times and text"),
    _t("no closing bracket after the times"),
    _t("a message of the program, not speech"),
    _t("damaged XML ({0}), not read from here on"),
)
_SOUND = (
    _t("{0} holds no sound that can be played."),
    _t("{0} is damaged or is not a recording."),
    _t("{0} is no longer there: it was moved, deleted or its disk was taken out."),
    _t("{0} has become shorter while it was playing."),
    _t("{0} has no sound at {1}."),
    _t("{0} has no sound."),
    _t("The clip was cancelled."),
    _t("VLC could not be loaded. Install VLC from videolan.org or your system's software store."),
    _t("Qt Multimedia could not be loaded: PySide6-Addons or a sound library is missing."),
    _t(
        "Audio clips need PyAV, which is not installed. Install the package earmark-clips, "
        "or PyAV with “pip install av”, then start Earmark again."
    ),
)
_LIBRARY = (
    _t("The library {0} was made by a newer Earmark and is not changed by this one."),
    _t("The library {0} is damaged and is left as it is."),
    _t("The library {0} is damaged: it is empty, though there are copies of it."),
    _t("The library {0} is damaged: not all of its log can be read; it is left as it is."),
    _t("The library {0} is missing, though there are copies of it."),
    _t("The library {0} is missing; its log is there and is left as it is."),
    _t("The library {0} is in use by another program and cannot be changed now."),
    _t("The library {0} cannot be changed: it is read-only."),
    _t("The library {0} cannot be opened: the file or its folder is not accessible."),
    _t("The library {0} cannot be opened: a folder is in its place."),
    _t("The library {0} cannot be opened: what is in its place is not a file."),
    _t("The library {0} cannot be opened: its links lead round in a circle."),
    _t("The library {0} cannot be opened: its log is not a file."),
    _t("The library {0} was replaced by another program while it was open."),
    _t("The library {0} was written over by another program while it was open."),
    _t("The library {0} was moved or deleted while it was open."),
    _t("The library {0} is damaged."),
    _t("The library {0} is damaged: it is not a library of Earmark."),
    _t("The library {0} cannot be written: the disk is full."),
    _t("The library {0} cannot be read or written: the disk reports an error."),
    _t("The library {0} is damaged, so it was not copied."),
    _t("The library does not know this episode yet."),
    _t("This note is not in the library any more."),
    _t("The library {0} has no backup that can be read."),
    _t("There is no library at {0} yet."),
    _t("The new place could not be remembered: {0}."),
    _t("The file is damaged: {0}."),
    _t("The file is damaged: its schema is not as Earmark made it."),
    _t("There are episodes that cannot be read: {0}."),
    _t("There are notes that cannot be read: {0}."),
    _t("There are rows of {0} that cannot be read: {1}."),
    _t("The file is whole; it holds no notes yet."),
    _t("The file is whole, nothing has lost its place, the search finds what is there."),
    _t("Episodes: {0}, notes: {1}, deleted notes: {2}."),
)
_LINKS = (
    _t("This link does not tell a time."),
    _t("The time in this link is later than any recording ends."),
    _t("This link does not tell a recording."),
    _t("This link does not tell a transcript."),
    _t("This link does not tell which episode it means."),
    _t("This link is too long to be one of Earmark's."),
    _t("This link cannot be read."),
    _t("This is no link of Earmark's: they begin with {0}://open?"),
    _t("This link says something twice."),
)
_NOTES = (
    _t("Notes kept in Earmark"),
    _t("Imported notes"),
    _t("{0} cannot be copied as a text: save it."),
    _t("{0} cannot be made: {1}."),
    _t("The export was cancelled."),
    _t("It holds no annotations as the W3C describes them."),
    _t("It is nested too deeply."),
    _t("It is no JSON: {0}."),
    _t("It is no JSON that can be read: a number is too long."),
    _t("{0} is too large to be a file of notes."),
    _t("The template {0}: {1}."),
    _t("there is no template {0}"),
    _t("it is no UTF-8 text"),
    _t("it is a pipe or a device, not a file"),
    _t("a pipe or a device, not a file"),
    _t("it did not end within {0} seconds"),
    _t("it calls or includes itself without end"),
    _t("it needs too much memory"),
    _t("it makes more than {0} characters"),
    _t("it ended the process that fills it in"),
    _t("“{0}” tells no time: today, yesterday, 7d, 12h, 2w or 2026-11-20 do."),
)
# What the Edit menu undoes.
_CHANGES = (
    _t("Add {0}"),
    _t("Delete {0}"),
    _t("Restore {0}"),
    _t("Merge {0}"),
    _t("Split {0}"),
    _t("Move {0}"),
    _t("Change to {0}"),
    _t("Change {0}"),
    _t("Keep {0}"),
    _t("Rename Colour"),
    _t("Change Colour"),
    _t("Edit Note"),
    _t("Move Text"),
    _t("Set Break"),
    _t("Remove Point"),
    _t("Reset Sync"),
    _t("Change Tags"),
    _t("Change Voice"),
    _t("Import Notes"),
    _t("Merge Libraries"),
    _t("Take Words From Transcript"),
    _t("Bookmark"),
    _t("Bookmarks"),
    _t("Highlight"),
    _t("Highlights"),
    _t("Note"),
    _t("Notes"),
)
_TITLES = (
    _t("Text with times"),
    _t("Text with voices"),
    _t("Plain text"),
    _t("plain text"),
    _t("text with times"),
    _t("timed XML"),
    _t("whisper.cpp text"),
    _t("Citations, APA"),
    _t("Citations, Chicago"),
    _t("CSV for Readwise"),
    _t("JSON (W3C Web Annotation)"),
    _t("WebVTT of the passages"),
    _t("Audacity labels"),
    _t("Web page"),
    _t("Anki deck"),
    _t("Unicode ({0})"),
    _t("Western European ({0})"),
    _t("Central European ({0})"),
    _t("Cyrillic ({0})"),
    _t("Greek ({0})"),
    _t("Turkish ({0})"),
    _t("Hebrew ({0})"),
    _t("Arabic ({0})"),
    _t("Baltic ({0})"),
    _t("Vietnamese ({0})"),
    _t("Thai ({0})"),
    _t("Japanese ({0})"),
    _t("Chinese, simplified ({0})"),
    _t("Chinese, traditional ({0})"),
    _t("Korean ({0})"),
)
_TEXTS = (
    *_FILES,
    *_TRANSCRIPTS,
    *_KINDS,
    *_PROBLEMS,
    *_SOUND,
    *_LIBRARY,
    *_LINKS,
    *_NOTES,
    *_CHANGES,
    *_TITLES,
)

_SURE = "unknown reason"  # is translated wherever anything is
# Those that say most of their own first: the others would take it for filled in.
_TEMPLATES = sorted(
    (text for text in dict.fromkeys(_TEXTS) if _HOLE.search(text)),
    key=lambda text: -len(_HOLE.sub("", text)),
)


def translated(sentence: str) -> str:
    """A sentence, name or reason of `reader` in the language of the interface."""
    said = _said(sentence)
    if said != sentence or _said(_SURE) == _SURE:  # nothing is translated: it is English
        return said
    template, filled_in = recognised(sentence)
    return _said(template).format(*map(translated, filled_in)) if filled_in else sentence


def recognised(sentence: str) -> tuple[str, Sequence[str]]:
    """The template of a sentence and what was filled in; itself where it has none."""
    for template in _TEMPLATES:
        if filled_in := _filled_in(template, sentence):
            return template, filled_in
    return sentence, ()


def _said(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def _filled_in(template: str, sentence: str) -> Sequence[str]:
    """What stands in the holes of a template, each as short as can be; empty if it does not fit."""
    first, *pieces = _HOLE.split(template)
    if not (sentence.startswith(first) and sentence.endswith(pieces[-1])):
        return ()
    texts, position, end = [], len(first), len(sentence) - len(pieces[-1])
    for piece in pieces[:-1]:
        at = sentence.find(piece, position + 1, end)
        if at < 0:
            return ()
        texts.append(sentence[position:at])
        position = at + len(piece)
    return (*texts, sentence[position:end]) if position < end else ()
