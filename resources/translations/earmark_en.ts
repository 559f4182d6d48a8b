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
    <name>MessagesDesk</name>
    <message numerus="yes">
        <source>“{0}”: %n line(s) were mended.</source>
        <translation>
            <numerusform>“{0}”: %n line was mended.</numerusform>
            <numerusform>“{0}”: %n lines were mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message numerus="yes">
        <source>Removed from the list: %n episode(s)</source>
        <translation>
            <numerusform>Removed from the list: %n episode</numerusform>
            <numerusform>Removed from the list: %n episodes</numerusform>
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
