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
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data, all on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this folder: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts, their versions and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
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
        <source>&amp;Show Notes ({0} New)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n Minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
        <source>Li&amp;brary</source>
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
        <source>&amp;All Notes</source>
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
        <source>&amp;Back Up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore From Backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Another &amp;Place…</source>
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
    <name>AllNotesDesk</name>
    <message>
        <source>All Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of “{0}” are not where they were. Its notes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Files…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AllNotesPage</name>
    <message>
        <source>All episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where you were (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what you kept of one episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search quotes and notes; #tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all notes by words or tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search words, “a phrase” or #tag (Esc shows all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} in %n episode(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing kept yet.

Press B while you listen to an episode: the sentence you just heard is kept, and comes here with all others.</source>
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
    <name>CrashDesk</name>
    <message>
        <source>Earmark did not end properly last time. Your place and notes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Report…</source>
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
    <name>FaultDesk</name>
    <message>
        <source>Your place and notes are kept.</source>
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
        <source>Open Issue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report and open the page for bugs (Space)</source>
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
    <name>LibraryDesk</name>
    <message>
        <source>What you keep now is in memory only, until it can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Another Place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore From Backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that you kept is saved now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries of Earmark (*.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back Up Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was copied to “{0}”, and the copy was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back Up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s backup was not made: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is the backup&apos;s now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is the backup&apos;s now. The one before is kept as “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a Folder for the Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earmark uses the library in “{0}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was copied to “{0}” and is used there. The old one stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new library was begun in “{0}”. The old one stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is not sound.</source>
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
    <name>MessagesDesk</name>
    <message>
        <source>No recording was found beside “{0}”. You can read it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: %n line(s) were mended.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
    <name>NoteFilters</name>
    <message>
        <source>Inbox {count}</source>
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
        <source>Only with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what has a note (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what you have not looked at yet (Space)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteMenu</name>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete {0} Notes</source>
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
        <source>&amp;Merge {0} Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge With Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to &amp;Selected Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lengthen or Shorten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Sentence Longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Sentence Shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a Sentence Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a Sentence Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteRows</name>
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
    <name>NotesDesk</name>
    <message>
        <source>Kept at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one sentence. Put the caret where it is to be split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First select the words in the transcript that it is to stand for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not moved</source>
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
        <source>Take &amp;Words From This Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some quotes were kept with another transcript, in other words</source>
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
    <name>OpenAsDialog</name>
    <message>
        <source>As Guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is “{0}” to be read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format:</source>
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
        <source>&amp;Notes</source>
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
        <source>B keeps what was said this long before you press it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B &amp;reaches back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you keep is played from this long before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lead-in when a note is played</source>
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
    <name>ReadingDesk</name>
    <message>
        <source>Play From Here</source>
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
    <name>RestoreDialog</name>
    <message>
        <source>Choose a &amp;File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore From Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, places and choices become what they were in the backup. The present library is not deleted: it is set aside in the same folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no backups yet. Earmark makes one a day by itself, the first some seconds after it starts; File &gt; Library &gt; Back Up makes one at once. A copy that lies elsewhere can be chosen below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a copy that lies elsewhere (Alt+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave all as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the marked backup (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (cannot be read)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries of Earmark (*.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
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
    <message numerus="yes">
        <source>Removed from the list: %n episode(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnplacedTray</name>
    <message>
        <source>&amp;Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave &amp;It</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n without a place here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you kept with another text and is not found in this one (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs there: mark it there (Alt+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First select the right words in the transcript, then press this (Alt+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays kept without a place; show the next (Alt+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps here, where it says:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like it was found. Select the right words, then Place Here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of what you kept is not saved yet. Closing now would lose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lose Them and Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all the same (Alt+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them now (Alt+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Another &amp;Place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the library in another folder (Alt+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the window (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewDesk</name>
    <message>
        <source>Notes and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
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
        <source>All Notes</source>
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
    <message>
        <source>Find what you kept in all your episodes (Ctrl+Shift+A)</source>
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
<context>
    <name>reader</name>
    <message>
        <source>“{0}” is a folder, not a recording or a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not found; was it moved or renamed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is damaged or is no recording: no sound was found in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a transcript, not a recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a device, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: there is no folder {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This transcript has no times, and {0} cannot be without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tells the times of one recording: choose the notes of one episode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no transcript that can be read. Expected {1}; it begins with “{2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no transcript that can be read. Expected {1}; it holds only blank lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text with times, as in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebVTT, SubRip, whisper.cpp text, JSON or TTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format called {0}; choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read as {1}: no such encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}, not a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder, not a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was not found; was it moved or renamed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may not be read: permission denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large for a transcript: {1} MB, at most {2} MB can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1} faults (to line {2}); that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a cue (line {1}) of more than {2} characters; that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1} lines; that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a line (line {1}) of more than {2} characters; that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large for a transcript of Earmark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged at line {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no JSON that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written by a later Earmark; this one reads version {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large a page for a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more tags than a transcript can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds more JSON than a transcript can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is nested too deeply for a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged JSON at line {1}, column {2} ({3}), and holds no segment before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged JSON (line {1}): {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a tag without an end (line {1}); that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is nested too deeply (line {1}); that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has too many elements (line {1}); that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a text of more than {1} characters (line {2}); that is no transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} defines entities of its own (line {1}), which no transcript needs; it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an AAC recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an MP3 recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compressed archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an Ogg recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a FLAC recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Matroska or WebM recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an AMR recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a WavPack recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Monkey&apos;s Audio recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CAF recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a MIDI file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an AU recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a DSD recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Windows Media recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a RealMedia recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a WAV recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an AIFF recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an M4A recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an M4B recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an MP4 recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no label in this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts before the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text between these times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cue {0} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name without text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time without text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged JSON ({0}), not read from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text in this segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text beside the segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged JSON after the segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text before the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no times: added to the line before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text in the line of its times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a blank line inside the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a drawing, not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no dialogue in this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attached files, not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no times and text in this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text without times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never shown: its time is over before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text outside a paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cue in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than times in this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times not as WebVTT writes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a blank line between times and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no closing bracket after the times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message of the program, not speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged XML ({0}), not read from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no sound that can be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged or is not a recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no longer there: it was moved, deleted or its disk was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has become shorter while it was playing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no sound at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VLC could not be loaded. Install VLC from videolan.org or your system&apos;s software store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt Multimedia could not be loaded: PySide6-Addons or a sound library is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio clips need PyAV, which is not installed. Install it with “pip install av”, then start Earmark again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} was made by a newer Earmark and is not changed by this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged and is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged: it is empty, though there are copies of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged: its log cannot be read; it is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is in use by another program and cannot be changed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be changed: it is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be opened: the file or its folder is not accessible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged: it is not a library of Earmark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be written: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be read or written: the disk reports an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is damaged, so it was not copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library does not know this episode yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library at {0} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new place could not be remembered: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is whole; it holds no notes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is whole, nothing has lost its place, the search finds what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes: {0}, notes: {1}, deleted notes: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link does not tell a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link does not tell a recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link does not tell a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link does not tell which episode it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is too long to be one of Earmark&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no link of Earmark&apos;s: they begin with {0}://open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link says something twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes kept in Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no annotations as the W3C describes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no JSON: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no JSON that can be read: a number is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large to be a file of notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no template {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” tells no time: today, yesterday, 7d, 12h, 2w or 2026-11-20 do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Words From Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text with times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whisper.cpp text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations, APA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations, Chicago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Readwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (W3C Web Annotation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebVTT of the passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western European ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baltic ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, simplified ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, traditional ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spoken_time</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
