<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message numerus="yes">
        <source>%n Minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AllNotesPage</name>
    <message numerus="yes">
        <source>{0} in %n episode(s)</source>
        <translation>
            <numerusform>{0} in one episode</numerusform>
            <numerusform>{0} in %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckTexts</name>
    <message numerus="yes">
        <source>line(s) found in the recording</source>
        <translation>
            <numerusform>line found in the recording</numerusform>
            <numerusform>lines found in the recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passage(s) that the text does not have</source>
        <translation>
            <numerusform>passage that the text does not have</numerusform>
            <numerusform>passages that the text does not have</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>line(s) not in the recording</source>
        <translation>
            <numerusform>line not in the recording</numerusform>
            <numerusform>lines not in the recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsure word(s) stay estimated.</source>
        <translation>
            <numerusform>%n unsure word stays estimated.</numerusform>
            <numerusform>%n unsure words stay estimated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionsController</name>
    <message numerus="yes">
        <source>%n word(s) were put right by your corrections of “{0}”.</source>
        <translation>
            <numerusform>%n word was put right by your corrections of “{0}”.</numerusform>
            <numerusform>%n words were put right by your corrections of “{0}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message numerus="yes">
        <source>%n wait(s) for words that this text does not have. Select the right words on the page, then Place Here.</source>
        <translation>
            <numerusform>%n waits for words that this text does not have. Select the right words on the page, then Place Here.</numerusform>
            <numerusform>%n wait for words that this text does not have. Select the right words on the page, then Place Here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>episode, %n×</source>
        <translation>
            <numerusform>episode, %n×</numerusform>
            <numerusform>episode, %n×</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>show, %n×</source>
        <translation>
            <numerusform>show, %n×</numerusform>
            <numerusform>show, %n×</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message numerus="yes">
        <source>The %n that are listed</source>
        <translation>
            <numerusform>The one that is listed</numerusform>
            <numerusform>The %n that are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected note(s)</source>
        <translation>
            <numerusform>The selected note</numerusform>
            <numerusform>The %n selected notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) written to “{0}”.</source>
        <translation>
            <numerusform>1 note written to “{0}”.</numerusform>
            <numerusform>%n notes written to “{0}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) imported from “{0}”</source>
        <translation>
            <numerusform>1 note imported from “{0}”</numerusform>
            <numerusform>%n notes imported from “{0}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>1 known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportNotesDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>1 note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n episodes</source>
        <translation>
            <numerusform>{0} of 1 episode</numerusform>
            <numerusform>{0} of %n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; the first %n are shown</source>
        <translation>
            <numerusform>{0}; the first is shown</numerusform>
            <numerusform>{0}; the first %n are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuessesDialog</name>
    <message numerus="yes">
        <source>%n turn(s) wait to be confirmed</source>
        <translation>
            <numerusform>%n turn waits to be confirmed</numerusform>
            <numerusform>%n turns wait to be confirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n moment</numerusform>
            <numerusform>%n moments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in this episode</source>
        <translation>
            <numerusform>%n more in this episode</numerusform>
            <numerusform>%n more in this episode</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message numerus="yes">
        <source>%n note(s) were read and copied into a new library.</source>
        <translation>
            <numerusform>%n note was read and copied into a new library.</numerusform>
            <numerusform>%n notes were read and copied into a new library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stood in the newest backup alone.</source>
        <translation>
            <numerusform>%n of them stood in the newest backup alone.</numerusform>
            <numerusform>%n of them stood in the newest backup alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) could not be read.</source>
        <translation>
            <numerusform>%n entry could not be read.</numerusform>
            <numerusform>%n entries could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryDetails</name>
    <message numerus="yes">
        <source>%n episode(s) have been read; the index takes {0}.</source>
        <translation>
            <numerusform>%n episode has been read; the index takes {0}.</numerusform>
            <numerusform>%n episodes have been read; the index takes {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>Removed from the library: %n episode(s)</source>
        <translation>
            <numerusform>Removed from the library: %n episode</numerusform>
            <numerusform>Removed from the library: %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksController</name>
    <message numerus="yes">
        <source>%n link(s) copied</source>
        <translation>
            <numerusform>Link copied</numerusform>
            <numerusform>%n links copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesController</name>
    <message numerus="yes">
        <source>%n line(s) were repaired.</source>
        <translation>
            <numerusform>%n line was repaired.</numerusform>
            <numerusform>%n lines were repaired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be shown.</source>
        <translation>
            <numerusform>%n line could not be shown.</numerusform>
            <numerusform>%n lines could not be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteReports</name>
    <message numerus="yes">
        <source>Copied %n note(s)</source>
        <translation>
            <numerusform>Copied %n note</numerusform>
            <numerusform>Copied %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged %n note(s)</source>
        <translation>
            <numerusform>Merged %n note</numerusform>
            <numerusform>Merged %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Joined %n note(s) to this episode</source>
        <translation>
            <numerusform>Joined %n note to this episode</numerusform>
            <numerusform>Joined %n notes to this episode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n note(s)</source>
        <translation>
            <numerusform>Removed %n note</numerusform>
            <numerusform>Removed %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherTextController</name>
    <message numerus="yes">
        <source>“{0}” holds another text than when its %n note(s) were kept.</source>
        <translation>
            <numerusform>“{0}” holds another text than when its note was kept.</numerusform>
            <numerusform>“{0}” holds another text than when its %n notes were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanFoot</name>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folders read %n minute(s) ago.</source>
        <translation>
            <numerusform>Folders read a minute ago.</numerusform>
            <numerusform>Folders read %n minutes ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folders read %n hour(s) ago.</source>
        <translation>
            <numerusform>Folders read an hour ago.</numerusform>
            <numerusform>Folders read %n hours ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folders read %n day(s) ago.</source>
        <translation>
            <numerusform>Folders read yesterday.</numerusform>
            <numerusform>Folders read %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message numerus="yes">
        <source>Found in %n episode(s)</source>
        <translation>
            <numerusform>Found in %n episode</numerusform>
            <numerusform>Found in %n episodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message numerus="yes">
        <source>Nothing in your %n episode(s) has “{0}”.</source>
        <translation>
            <numerusform>Nothing in your episode has “{0}”.</numerusform>
            <numerusform>Nothing in your %n episodes has “{0}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalkController</name>
    <message numerus="yes">
        <source>%n turn(s) of others</source>
        <translation>
            <numerusform>%n turn of others</numerusform>
            <numerusform>%n turns of others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnplacedTray</name>
    <message numerus="yes">
        <source>%n without a place here</source>
        <translation>
            <numerusform>%n without a place here</numerusform>
            <numerusform>%n without a place here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesController</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) named in another transcript found no place in this one. They wait for one that has them.</source>
        <translation>
            <numerusform>%n turn named in another transcript found no place in this one. It waits for one that has it.</numerusform>
            <numerusform>%n turns named in another transcript found no place in this one. They wait for one that has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) name another voice than the text now, or none.</source>
        <translation>
            <numerusform>%n note names another voice than the text now, or none.</numerusform>
            <numerusform>%n notes name another voice than the text now, or none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spoken_time</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
