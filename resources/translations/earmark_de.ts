<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions only: no names, no paths, nothing you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen and read at once: the line lights up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data, all on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip &amp;Back {0} Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip &amp;Forward {0} Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;edo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Re&amp;cording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;Transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export Transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen With E&amp;ncoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen &amp;As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy With &amp;Times and Voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Typeface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collapse Rolling Captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold &amp;Repetitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join Lines to Sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark Current &amp;Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip &amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip &amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repeat Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loop Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play From &amp;Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Volume Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume &amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Output Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sl&amp;eep Timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to &amp;Current Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow Along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Say Current Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where You Listened &amp;Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where You Listened &amp;After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep What Was Said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a &amp;Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;Sample Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ans-serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As the System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End of Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight in Colour {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackButton</name>
    <message>
        <source>Show the line being spoken and follow it (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow from {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoosePartnerDialog</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use This File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file (Alt+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without it; it can be chosen later (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the marked file (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read Without a Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play Without a Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which recording belongs to {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which transcript belongs to {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording beside {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transcript beside {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodeList</name>
    <message>
        <source>Recent episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove From List</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>A Fault in Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the report (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and quit Earmark (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this and go on (Enter or Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It happened {count} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Earmark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours.{times} {kept}

You can go on. If it happens again, please send us the report. It says where the program failed and which versions it runs with; Details shows all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Recordings and transcripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key or action like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No recording was found beside “{0}”. You can read it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”: 1 line was mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”: {1} lines were mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0}: {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound comes out: no audio output was found. The text is followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play From Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your place is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDelegate</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Start From the Saved Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. Esc closes and keeps what you wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you think of it. Markdown is kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, separated by commas; Down shows those in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this draft away and show what was saved (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and keep what you wrote as a draft (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep: Out of the Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesDesk</name>
    <message>
        <source>Kept at {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Order of &amp;Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy All Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words or #tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter notes by words or tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what has these words or tags (Esc shows all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only {name} (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what has a note (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play what is listed, one after the other (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and copy (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the notes (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what you have not looked at yet (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing kept yet.

Press B while you listen: the sentence you just heard is kept here, and the sound goes on.

Or select words in the transcript and press 1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have looked at all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here matches.

Esc shows all again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop opening (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhraseField</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sleep timer, {0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining (click to count at this speed, or as recorded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed ({0}, {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume {0} % ({1}, {2})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ypeface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Line height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Column width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where &amp;nothing was said, as in [BLANK_AUDIO]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip f&amp;orward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On resuming, re&amp;wind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… after a pause &amp;of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite &amp;speeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the &amp;word being spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… &amp;estimated where the file has no times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;click on a word plays from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serif (Literata)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans-serif (Inter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to &amp;Defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatesRow</name>
    <message>
        <source>Favourite speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+{0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>No line is being spoken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentEpisodes</name>
    <message>
        <source>{folder} · {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to find, across lines too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case: A is not a (Alt+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match accents: é is not e (Alt+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from this match (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close find (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position: no recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Colour {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedPopup</name>
    <message>
        <source>Speed {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Just kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not keep it (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on it (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence shorter ([)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence longer (])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close; it stays kept (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: show it in the notes (Click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from %s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the list: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the list: {count} episodes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you open will be listed here, with how far you got.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen and read at once: the line being spoken lights up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop an audio file and its transcript here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recording or a transcript (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear a short tour of Earmark (Space)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_WithoutTranscript</name>
    <message>
        <source>Choose Transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the text of this recording (Ctrl+Shift+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no transcript beside it.
It plays all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
