<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Earmark</source>
        <translation>Über Earmark</translation>
    </message>
    <message>
        <source>&amp;Copy Diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>Versions only: no names, no paths, nothing you read</source>
        <translation>Nur Versionen: keine Namen, keine Pfade, nichts von dem, was Sie lesen</translation>
    </message>
    <message>
        <source>Listen and read at once: the line lights up.</source>
        <translation>Hören und lesen zugleich: Die gesprochene Zeile leuchtet auf.</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Your data, all on this computer</source>
        <translation>Ihre Daten, alle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show this folder: {0}</source>
        <translation>Diesen Ordner zeigen: {0}</translation>
    </message>
    <message>
        <source>Open folder: {0}</source>
        <translation>Ordner öffnen: {0}</translation>
    </message>
    <message>
        <source>Parts, their versions and licences</source>
        <translation>Bestandteile, ihre Versionen und Lizenzen</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ActionPalette</name>
    <message>
        <source>Find an Action</source>
        <translation>Aktion finden</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion finden</translation>
    </message>
    <message>
        <source>A few letters of an action, or its key (Enter does it)</source>
        <translation>Einige Buchstaben einer Aktion oder ihre Taste (Eingabe führt sie aus)</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>No action like that.</source>
        <translation>Keine solche Aktion.</translation>
    </message>
</context>
<context>
    <name>ActionRows</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>unavailable: {reason}</source>
        <translation>nicht verfügbar: {reason}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{menu}: {action}</source>
        <translation>{menu}: {action}</translation>
    </message>
    <message>
        <source>open an episode first</source>
        <translation>erst eine Folge öffnen</translation>
    </message>
    <message>
        <source>needs a recording</source>
        <translation>braucht eine Aufnahme</translation>
    </message>
    <message>
        <source>needs a transcript</source>
        <translation>braucht ein Transkript</translation>
    </message>
    <message>
        <source>needs a recording and its transcript</source>
        <translation>braucht Aufnahme und Transkript</translation>
    </message>
    <message>
        <source>select words first</source>
        <translation>erst Wörter auswählen</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>nichts wurde geändert</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>zurzeit nicht</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>Skip &amp;Back {0} Seconds</source>
        <translation>{0} Sekunden &amp;zurück</translation>
    </message>
    <message>
        <source>Skip &amp;Forward {0} Seconds</source>
        <translation>{0} Sekunden &amp;vor</translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation>Tempo {0}</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Rückgängig: {0}</translation>
    </message>
    <message>
        <source>R&amp;edo {0}</source>
        <translation>&amp;Wiederholen: {0}</translation>
    </message>
    <message>
        <source>Colour {0}</source>
        <translation>Farbe {0}</translation>
    </message>
    <message>
        <source>Highlight: {0}</source>
        <translation>Markieren: {0}</translation>
    </message>
    <message>
        <source>&amp;Show Notes ({0} New)</source>
        <translation>Notizen &amp;zeigen ({0} neu)</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>Weitere Menüs</translation>
    </message>
    <message>
        <source>System Default</source>
        <translation>Vorgabe des Systems</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> oder </translation>
    </message>
    <message numerus="yes">
        <source>%n Minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>As &amp;Guessed</source>
        <translation>Wie &amp;erkannt</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Choose Re&amp;cording…</source>
        <translation>&amp;Aufnahme wählen …</translation>
    </message>
    <message>
        <source>Choose &amp;Transcript…</source>
        <translation>&amp;Transkript wählen …</translation>
    </message>
    <message>
        <source>&amp;Export Transcript…</source>
        <translation>Transkript &amp;exportieren …</translation>
    </message>
    <message>
        <source>Reopen With E&amp;ncoding</source>
        <translation>Neu öffnen mit Zeichen&amp;kodierung</translation>
    </message>
    <message>
        <source>Reopen &amp;As</source>
        <translation>Neu öffnen a&amp;ls</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>C&amp;lose Episode</source>
        <translation>Folge &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy With &amp;Times and Voices</source>
        <translation>Mit &amp;Zeiten und Stimmen kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Quote</source>
        <translation>Als Zita&amp;t kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>W&amp;eitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>Rückw&amp;ärts suchen</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>Text &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>Text &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation>&amp;Normale Textgröße</translation>
    </message>
    <message>
        <source>&amp;Typeface</source>
        <translation>Sch&amp;rift</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>&amp;Collapse Rolling Captions</source>
        <translation>&amp;Rollende Untertitel zusammenfassen</translation>
    </message>
    <message>
        <source>Fold &amp;Repetitions</source>
        <translation>&amp;Wiederholungen falten</translation>
    </message>
    <message>
        <source>&amp;Join Lines to Sentences</source>
        <translation>&amp;Zeilen zu Sätzen verbinden</translation>
    </message>
    <message>
        <source>Mark Current &amp;Word</source>
        <translation>Gesprochenes W&amp;ort hervorheben</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Skip &amp;Back</source>
        <translation>&amp;Zurückspringen</translation>
    </message>
    <message>
        <source>Skip &amp;Forward</source>
        <translation>&amp;Vorspringen</translation>
    </message>
    <message>
        <source>&amp;Repeat Line</source>
        <translation>Zeile w&amp;iederholen</translation>
    </message>
    <message>
        <source>&amp;Loop Selection</source>
        <translation>Aus&amp;wahl in Schleife spielen</translation>
    </message>
    <message>
        <source>Play From &amp;Here</source>
        <translation>Ab &amp;hier abspielen</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>Abspiel&amp;tempo</translation>
    </message>
    <message>
        <source>S&amp;tudy</source>
        <translation>Le&amp;rnen</translation>
    </message>
    <message>
        <source>&amp;Volume Up</source>
        <translation>&amp;Lauter</translation>
    </message>
    <message>
        <source>Volume &amp;Down</source>
        <translation>L&amp;eiser</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>Stu&amp;mm</translation>
    </message>
    <message>
        <source>&amp;Output Device</source>
        <translation>Ausgabe&amp;gerät</translation>
    </message>
    <message>
        <source>Sl&amp;eep Timer</source>
        <translation>Schl&amp;ummerfunktion</translation>
    </message>
    <message>
        <source>&amp;Previous Line</source>
        <translation>&amp;Vorige Zeile</translation>
    </message>
    <message>
        <source>&amp;Next Line</source>
        <translation>&amp;Nächste Zeile</translation>
    </message>
    <message>
        <source>Back to &amp;Current Line</source>
        <translation>Zurück zur &amp;gesprochenen Zeile</translation>
    </message>
    <message>
        <source>&amp;Follow Along</source>
        <translation>&amp;Mitlaufen</translation>
    </message>
    <message>
        <source>&amp;Say Current Line</source>
        <translation>Gesprochene Zeile &amp;ansagen</translation>
    </message>
    <message>
        <source>Where You Listened &amp;Before</source>
        <translation>&amp;Zurück im Hörverlauf</translation>
    </message>
    <message>
        <source>Where You Listened &amp;After</source>
        <translation>V&amp;or im Hörverlauf</translation>
    </message>
    <message>
        <source>&amp;Keep What Was Said</source>
        <translation>&amp;Gesagtes festhalten</translation>
    </message>
    <message>
        <source>Write a &amp;Note…</source>
        <translation>Notiz &amp;schreiben …</translation>
    </message>
    <message>
        <source>Bookmark, &amp;Without Colour</source>
        <translation>Lesezeichen, &amp;ohne Farbe</translation>
    </message>
    <message>
        <source>&amp;All Notes</source>
        <translation>&amp;Alle Notizen</translation>
    </message>
    <message>
        <source>E&amp;xport Notes…</source>
        <translation>Notizen e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Import Notes…</source>
        <translation>Notizen &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Colours…</source>
        <translation>&amp;Farben …</translation>
    </message>
    <message>
        <source>&amp;Show Notes</source>
        <translation>Notizen &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Try the &amp;Sample Episode</source>
        <translation>Die &amp;Beispielfolge ausprobieren</translation>
    </message>
    <message>
        <source>&amp;About Earmark</source>
        <translation>&amp;Über Earmark</translation>
    </message>
    <message>
        <source>&amp;Back Up…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>&amp;Restore From Backup…</source>
        <translation>Aus Sicherung &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Use Another &amp;Place…</source>
        <translation>Anderen &amp;Ort verwenden …</translation>
    </message>
    <message>
        <source>Rena&amp;me Episode…</source>
        <translation>Folge u&amp;mbenennen …</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>Er&amp;weitert</translation>
    </message>
    <message>
        <source>Copy Lin&amp;k to Here</source>
        <translation>&amp;Link zu dieser Stelle kopieren</translation>
    </message>
    <message>
        <source>Te&amp;xt Size</source>
        <translation>S&amp;chriftgröße</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>S&amp;ynchron</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>Lautstär&amp;ke</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve Audio Clip…</source>
        <translation>T&amp;onausschnitt sichern …</translation>
    </message>
    <message>
        <source>Quote Car&amp;d…</source>
        <translation>Zitat&amp;karte …</translation>
    </message>
    <message>
        <source>&amp;Find an Action…</source>
        <translation>&amp;Aktion finden …</translation>
    </message>
    <message>
        <source>&amp;Serif</source>
        <translation>Mit &amp;Serifen</translation>
    </message>
    <message>
        <source>S&amp;ans-serif</source>
        <translation>&amp;Ohne Serifen</translation>
    </message>
    <message>
        <source>&amp;As the System</source>
        <translation>&amp;Wie das System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>&amp;Sepia</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>This Line Is Spoken &amp;Now</source>
        <translation>Diese Zeile wird &amp;jetzt gesprochen</translation>
    </message>
    <message>
        <source>&amp;Points and Breaks…</source>
        <translation>&amp;Punkte und Unterbrechungen …</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>&amp;Normal Speed</source>
        <translation>&amp;Normales Tempo</translation>
    </message>
    <message>
        <source>&amp;Pause After Each Line</source>
        <translation>Nach jeder &amp;Zeile anhalten</translation>
    </message>
    <message>
        <source>&amp;Shorten Pauses</source>
        <translation>&amp;Pausen kürzen</translation>
    </message>
    <message>
        <source>&amp;Caption Window</source>
        <translation>&amp;Untertitelfenster</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>&amp;Aus</translation>
    </message>
    <message>
        <source>&amp;End of Episode</source>
        <translation>&amp;Ende der Folge</translation>
    </message>
    <message>
        <source>V&amp;oices</source>
        <translation>S&amp;timmen</translation>
    </message>
    <message>
        <source>&amp;Who Says This?…</source>
        <translation>&amp;Wer sagt das?…</translation>
    </message>
    <message>
        <source>Who &amp;Speaks When</source>
        <translation>Wer &amp;spricht wann</translation>
    </message>
    <message>
        <source>&amp;Previous Turn of This Voice</source>
        <translation>&amp;Vorige Stelle dieser Stimme</translation>
    </message>
    <message>
        <source>&amp;Next Turn of This Voice</source>
        <translation>&amp;Nächste Stelle dieser Stimme</translation>
    </message>
    <message>
        <source>P&amp;lay Only This Voice</source>
        <translation>Nur diese Stimme &amp;abspielen</translation>
    </message>
    <message>
        <source>&amp;Confirm All Guesses</source>
        <translation>Alle Vermutungen &amp;bestätigen</translation>
    </message>
    <message>
        <source>&amp;Take Voices Into Notes</source>
        <translation>Sti&amp;mmen in Notizen übernehmen</translation>
    </message>
    <message>
        <source>Voices as the &amp;File Says</source>
        <translation>Stimmen wie in der &amp;Datei</translation>
    </message>
    <message>
        <source>Sa&amp;ve Corrected Transcript</source>
        <translation>Berichti&amp;gtes Transkript sichern</translation>
    </message>
    <message>
        <source>Correct &amp;Words…</source>
        <translation>Wörter &amp;berichtigen …</translation>
    </message>
    <message>
        <source>Correction&amp;s…</source>
        <translation>Korr&amp;ekturen …</translation>
    </message>
    <message>
        <source>Text &amp;as the File Says</source>
        <translation>Text wie in der &amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Details …</translation>
    </message>
    <message>
        <source>&amp;Watch a Folder…</source>
        <translation>Ordner &amp;beobachten …</translation>
    </message>
    <message>
        <source>Find in &amp;Library…</source>
        <translation>In &amp;der Bibliothek suchen …</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Check Sync…</source>
        <translation>&amp;Synchronisation prüfen …</translation>
    </message>
    <message>
        <source>Show &amp;Only This Voice</source>
        <translation>Nur diese Stimme &amp;zeigen</translation>
    </message>
    <message>
        <source>Reopen With &amp;Frame Rate</source>
        <translation>Mit Bil&amp;drate neu öffnen</translation>
    </message>
    <message>
        <source>&amp;Guesses…</source>
        <translation>Vermutun&amp;gen …</translation>
    </message>
</context>
<context>
    <name>AllNotesController</name>
    <message>
        <source>All Notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>The note is not here: these are the files of another episode.</source>
        <translation>Die Notiz ist hier nicht: Das sind die Dateien einer anderen Folge.</translation>
    </message>
    <message>
        <source>The files of “{0}” are not where they were. Its notes are kept.</source>
        <translation>Die Dateien von „{0}“ sind nicht mehr, wo sie waren. Die Notizen dazu sind erhalten.</translation>
    </message>
    <message>
        <source>Choose Files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>No files are known of “{0}”. Its notes can be joined to an episode.</source>
        <translation>Von „{0}“ sind keine Dateien bekannt. Die Notizen lassen sich einer Folge zuordnen.</translation>
    </message>
</context>
<context>
    <name>AllNotesPage</name>
    <message>
        <source>All episodes</source>
        <translation>Alle Folgen</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>All Notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to where you were (Esc)</source>
        <translation>Zurück, wo Sie waren (Esc)</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation>Alle abspielen</translation>
    </message>
    <message>
        <source>Play what is listed, one episode after the other (Ctrl+Enter)</source>
        <translation>Das Aufgelistete abspielen, eine Folge nach der anderen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Show only what you kept of one episode</source>
        <translation>Nur zeigen, was Sie von einer Folge festgehalten haben</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Latest episode</source>
        <translation>Neueste Folge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By episode</source>
        <translation>Nach Folge</translation>
    </message>
    <message>
        <source>Search quotes and notes; #tag</source>
        <translation>Zitate und Notizen durchsuchen; #Schlagwort</translation>
    </message>
    <message>
        <source>Search all notes by words or tags</source>
        <translation>Alle Notizen nach Wörtern oder Schlagwörtern durchsuchen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Festgehalten</translation>
    </message>
    <message>
        <source>The first {shown} of {total}</source>
        <translation>Die ersten {shown} von {total}</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>{0} in %n episode(s)</source>
        <translation>
            <numerusform>{0} in einer Folge</numerusform>
            <numerusform>{0} in %n Folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing kept yet.

Press B while you listen to an episode: the sentence you just heard is kept, and comes here with all others.</source>
        <translation>Noch nichts festgehalten.

Drücken Sie beim Hören einer Folge B: Der eben gehörte Satz wird festgehalten und kommt hierher, zu allen anderen.</translation>
    </message>
    <message>
        <source>You have looked at all of them.</source>
        <translation>Sie haben alle angesehen.</translation>
    </message>
    <message>
        <source>Nothing here matches.

Esc shows all again.</source>
        <translation>Nichts passt dazu.

Esc zeigt wieder alles.</translation>
    </message>
    <message>
        <source>Search words, “a phrase”, #tag or voice:name (Esc shows all)</source>
        <translation>Wörter, „eine Wendung“, #Schlagwort oder voice:Name suchen (Esc zeigt alles)</translation>
    </message>
</context>
<context>
    <name>BackButton</name>
    <message>
        <source>Show the line being spoken and follow it (Ctrl+G)</source>
        <translation>Die gesprochene Zeile zeigen und mitlaufen (Strg+G)</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>Zurück zu {0}</translation>
    </message>
    <message>
        <source>Follow from {0}</source>
        <translation>Mitlaufen ab {0}</translation>
    </message>
</context>
<context>
    <name>CaptionWindow</name>
    <message>
        <source>Caption window</source>
        <translation>Untertitelfenster</translation>
    </message>
</context>
<context>
    <name>CardPreview</name>
    <message>
        <source>Quote card</source>
        <translation>Zitatkarte</translation>
    </message>
</context>
<context>
    <name>CheckController</name>
    <message>
        <source>One of the files could not be read again, so nothing can be compared.</source>
        <translation>Eine der Dateien konnte nicht noch einmal gelesen werden, daher lässt sich nichts vergleichen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Play From the First Change</source>
        <translation>Ab der ersten Änderung abspielen</translation>
    </message>
    <message>
        <source>The text may not fit this recording.</source>
        <translation>Der Text passt vielleicht nicht zu dieser Aufnahme.</translation>
    </message>
    <message>
        <source>This text has no times; they can be found in the sound.</source>
        <translation>Dieser Text hat keine Zeiten; sie lassen sich im Ton finden.</translation>
    </message>
    <message>
        <source>Check Sync…</source>
        <translation>Synchronisation prüfen …</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Earmark listens to the whole recording and finds where each line of the text is spoken: where adverts were put in, a passage was cut, or all of it runs faster.</source>
        <translation>Earmark hört die ganze Aufnahme durch und findet, wo jede Zeile des Textes gesprochen wird: auch wo Werbung eingefügt oder etwas herausgeschnitten wurde oder alles schneller läuft.</translation>
    </message>
    <message>
        <source>It happens on this computer, and nothing changes before you have seen what was found. Meanwhile you can go on listening and reading.</source>
        <translation>Das geschieht auf diesem Computer, und nichts ändert sich, bevor Sie gesehen haben, was gefunden wurde. Inzwischen können Sie weiter hören und lesen.</translation>
    </message>
    <message>
        <source>{0} of {1} were heard before; it goes on from there.</source>
        <translation>{0} von {1} wurden schon gehört; von dort geht es weiter.</translation>
    </message>
    <message>
        <source>&amp;Begin Again</source>
        <translation>Von &amp;vorn</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation>
            <numerusform>Etwa %n Minute</numerusform>
            <numerusform>Etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Opening the recording…</source>
        <translation>Die Aufnahme wird geöffnet …</translation>
    </message>
    <message>
        <source>Reading the recording: {0} of {1}</source>
        <translation>Aufnahme lesen: {0} von {1}</translation>
    </message>
    <message>
        <source>Finding the text: {0} of {1} heard</source>
        <translation>Text suchen: {0} von {1} gehört</translation>
    </message>
    <message>
        <source>Timing the words: {0} of {1} heard</source>
        <translation>Wörter bestimmen: {0} von {1} gehört</translation>
    </message>
    <message>
        <source>Listened to {0}</source>
        <translation>{0} gehört</translation>
    </message>
    <message>
        <source>This is what the sound says. Nothing changes until you apply it.</source>
        <translation>Das sagt der Ton. Nichts ändert sich, bevor Sie es anwenden.</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>You can put the text right by hand as well: while you listen, point at the line that you hear and press Ctrl+T.</source>
        <translation>Sie können den Text auch von Hand anpassen: Zeigen Sie beim Hören auf die Zeile, die Sie hören, und drücken Sie Strg+T.</translation>
    </message>
    <message>
        <source>Check Sync</source>
        <translation>Synchronisation prüfen</translation>
    </message>
    <message>
        <source>How much was heard</source>
        <translation>Wie viel gehört wurde</translation>
    </message>
    <message>
        <source>You can go on listening. Cancel keeps what was heard by then.</source>
        <translation>Sie können weiter hören. Abbrechen behält, was bis dahin gehört wurde.</translation>
    </message>
    <message>
        <source>The text fits this recording; there is nothing to change.</source>
        <translation>Der Text passt zu dieser Aufnahme; es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>How the text lies in the recording</source>
        <translation>Wie der Text in der Aufnahme liegt</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hear {0}</source>
        <translation>{0} anhören</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the first of them on the page</source>
        <translation>Die erste davon auf der Seite zeigen</translation>
    </message>
    <message>
        <source>▶  &amp;Hear the First Change</source>
        <translation>▶  Erste Änderung an&amp;hören</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CheckTexts</name>
    <message>
        <source>The text follows this recording now: {0}.</source>
        <translation>Der Text folgt jetzt dieser Aufnahme: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>line(s) found in the recording</source>
        <translation>
            <numerusform>Zeile in der Aufnahme gefunden</numerusform>
            <numerusform>Zeilen in der Aufnahme gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has no times of its own; with these it can be followed.</source>
        <translation>Die Datei hat keine eigenen Zeiten; mit diesen kann man ihr folgen.</translation>
    </message>
    <message>
        <source>The text runs early from the beginning</source>
        <translation>Der Text läuft von Anfang an zu früh</translation>
    </message>
    <message>
        <source>The text runs late from the beginning</source>
        <translation>Der Text läuft von Anfang an zu spät</translation>
    </message>
    <message>
        <source>The text runs ahead, ever further</source>
        <translation>Der Text läuft immer weiter voraus</translation>
    </message>
    <message>
        <source>The text falls behind, ever further</source>
        <translation>Der Text bleibt immer weiter zurück</translation>
    </message>
    <message>
        <source>Each line is where the text says</source>
        <translation>Jede Zeile ist, wo der Text es sagt</translation>
    </message>
    <message>
        <source>The recording also runs {0} slower.</source>
        <translation>Außerdem läuft die Aufnahme {0} langsamer.</translation>
    </message>
    <message>
        <source>The recording also runs {0} faster.</source>
        <translation>Außerdem läuft die Aufnahme {0} schneller.</translation>
    </message>
    <message>
        <source>Each line moves by this much, and more after each passage below.</source>
        <translation>Jede Zeile rückt um so viel, nach jeder Stelle unten um mehr.</translation>
    </message>
    <message>
        <source>Each line moves by this much.</source>
        <translation>Jede Zeile rückt um so viel.</translation>
    </message>
    <message>
        <source>{0} long, most likely adverts. No line is lit there.</source>
        <translation>{0} lang, wohl Werbung. Dort leuchtet keine Zeile.</translation>
    </message>
    <message>
        <source>The others: {0}.</source>
        <translation>Die anderen: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>passage(s) that the text does not have</source>
        <translation>
            <numerusform>Stelle, die der Text nicht hat</numerusform>
            <numerusform>Stellen, die der Text nicht hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>line(s) not in the recording</source>
        <translation>
            <numerusform>Zeile, die nicht in der Aufnahme ist</numerusform>
            <numerusform>Zeilen, die nicht in der Aufnahme sind</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on the page and cannot be played.</source>
        <translation>Sie bleiben auf der Seite und lassen sich nicht abspielen.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsure word(s) stay estimated.</source>
        <translation>
            <numerusform>%n unsicheres Wort bleibt geschätzt.</numerusform>
            <numerusform>%n unsichere Wörter bleiben geschätzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>of the words timed by the sound</source>
        <translation>der Wörter nach dem Ton bestimmt</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>of the words so far timed by the sound</source>
        <translation>der Wörter bis jetzt nach dem Ton bestimmt</translation>
    </message>
</context>
<context>
    <name>ChoosePartnerDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Use This File</source>
        <translation>Diese Datei verwenden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Choose another file (Alt+B)</source>
        <translation>Eine andere Datei wählen (Alt+B)</translation>
    </message>
    <message>
        <source>Go on without it; it can be chosen later (Esc)</source>
        <translation>Ohne sie weitermachen; sie kann später gewählt werden (Esc)</translation>
    </message>
    <message>
        <source>Use the marked file (Enter)</source>
        <translation>Die gewählte Datei verwenden (Eingabe)</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Choose the Recording</source>
        <translation>Aufnahme wählen</translation>
    </message>
    <message>
        <source>Choose the Transcript</source>
        <translation>Transkript wählen</translation>
    </message>
    <message>
        <source>Read Without a Recording</source>
        <translation>Ohne Aufnahme lesen</translation>
    </message>
    <message>
        <source>Play Without a Transcript</source>
        <translation>Ohne Transkript abspielen</translation>
    </message>
    <message>
        <source>Which recording belongs to {name}?</source>
        <translation>Welche Aufnahme gehört zu {name}?</translation>
    </message>
    <message>
        <source>Which transcript belongs to {name}?</source>
        <translation>Welches Transkript gehört zu {name}?</translation>
    </message>
    <message>
        <source>There is no recording beside {name}.</source>
        <translation>Neben {name} liegt keine Aufnahme.</translation>
    </message>
    <message>
        <source>There is no transcript beside {name}.</source>
        <translation>Neben {name} liegt kein Transkript.</translation>
    </message>
</context>
<context>
    <name>ClipsController</name>
    <message>
        <source>Without its recording no audio clip can be cut.</source>
        <translation>Ohne die Aufnahme lässt sich kein Tonausschnitt schneiden.</translation>
    </message>
    <message>
        <source>These words have no times: no audio clip can be cut.</source>
        <translation>Diese Wörter haben keine Zeiten: Es lässt sich kein Tonausschnitt schneiden.</translation>
    </message>
    <message>
        <source>Saving a clip…</source>
        <translation>Ein Ausschnitt wird gesichert …</translation>
    </message>
    <message>
        <source>Saving {0} clips…</source>
        <translation>{0} Ausschnitte werden gesichert …</translation>
    </message>
    <message>
        <source>Save Audio Clips</source>
        <translation>Tonausschnitte sichern</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>{0} clips are in “{1}”.</source>
        <translation>{0} Ausschnitte liegen in „{1}“.</translation>
    </message>
    <message>
        <source>The clip is saved as “{0}”.</source>
        <translation>Der Ausschnitt ist als „{0}“ gesichert.</translation>
    </message>
    <message>
        <source>{0} could not be cut.</source>
        <translation>{0} ließ sich nicht schneiden.</translation>
    </message>
    <message>
        <source>Try Again…</source>
        <translation>Erneut versuchen …</translation>
    </message>
</context>
<context>
    <name>ClipsDialog</name>
    <message>
        <source>&amp;Captions beside it, as WebVTT</source>
        <translation>&amp;Untertitel daneben, als WebVTT</translation>
    </message>
    <message>
        <source>Sof&amp;t edges: swell and fade</source>
        <translation>Weiche &amp;Ränder: ein- und ausblenden</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Fo&amp;lder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>Save Audio Clip</source>
        <translation>Tonausschnitt sichern</translation>
    </message>
    <message>
        <source>Save Audio Clips</source>
        <translation>Tonausschnitte sichern</translation>
    </message>
    <message>
        <source>{0} long, from {1} on</source>
        <translation>{0} lang, ab {1}</translation>
    </message>
    <message>
        <source>{0} clips, {1} in all, named by their time and first words</source>
        <translation>{0} Ausschnitte, zusammen {1}, benannt nach Zeit und ersten Wörtern</translation>
    </message>
    <message>
        <source>Folder for Clips</source>
        <translation>Ordner für Ausschnitte</translation>
    </message>
</context>
<context>
    <name>ColoursDialog</name>
    <message>
        <source>Colour of {0}</source>
        <translation>Farbe von {0}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>{0} zurücksetzen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text on a colour stays readable: each theme takes as much of it as it can.</source>
        <translation>Text auf einer Farbe bleibt lesbar: Jedes Farbschema nimmt davon so viel, wie es kann.</translation>
    </message>
    <message>
        <source>Name of colour {0}</source>
        <translation>Name der Farbe {0}</translation>
    </message>
    <message>
        <source>What it stands for, such as “Idea” (Alt+{0})</source>
        <translation>Wofür sie steht, etwa „Idee“ (Alt+{0})</translation>
    </message>
    <message>
        <source>Choose another colour… (Space)</source>
        <translation>Eine andere Farbe wählen … (Leertaste)</translation>
    </message>
    <message>
        <source>Look as it came with Earmark</source>
        <translation>Aussehen, wie es mit Earmark kam</translation>
    </message>
</context>
<context>
    <name>ContinueShelf</name>
    <message>
        <source>Continue</source>
        <translation>Weiterhören</translation>
    </message>
</context>
<context>
    <name>CorrectedTip</name>
    <message>
        <source>As the File Says</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>The file says “{0}”</source>
        <translation>In der Datei steht „{0}“</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>The file says “{0}”</source>
        <translation>In der Datei steht „{0}“</translation>
    </message>
    <message>
        <source>Wherever these words stand in episodes of {0}, later ones too</source>
        <translation>Wo immer diese Wörter in Folgen von {0} stehen, auch in späteren</translation>
    </message>
    <message>
        <source>The episode has no show yet: F2 names it.</source>
        <translation>Die Folge hat noch keine Sendung: F2 benennt sie.</translation>
    </message>
    <message>
        <source>Meanwhile this was corrected to “{0}”.</source>
        <translation>Inzwischen wurde das zu „{0}“ berichtigt.</translation>
    </message>
    <message>
        <source>Correct words</source>
        <translation>Wörter berichtigen</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Was gesagt wird</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>These words alone (Enter)</source>
        <translation>Nur diese Wörter (Eingabe)</translation>
    </message>
    <message>
        <source>In This Episode…</source>
        <translation>In dieser Folge …</translation>
    </message>
    <message>
        <source>Wherever these words stand in the episode, after a look (Ctrl+Enter)</source>
        <translation>Wo immer diese Wörter in der Folge stehen, nach einem Blick darauf (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>In This Show…</source>
        <translation>In dieser Sendung …</translation>
    </message>
</context>
<context>
    <name>CorrectionsController</name>
    <message>
        <source>Put the caret in a word or point at it, or select some words.</source>
        <translation>Setzen Sie die Schreibmarke in ein Wort, zeigen Sie darauf oder wählen Sie Wörter aus.</translation>
    </message>
    <message>
        <source>These are not the words of one voice. Select those of one.</source>
        <translation>Das sind nicht die Wörter einer einzigen Stimme. Wählen Sie die von einer aus.</translation>
    </message>
    <message>
        <source>This is what the file says: write what is said.</source>
        <translation>So steht es schon in der Datei: Schreiben Sie, was gesagt wird.</translation>
    </message>
    <message>
        <source>corrected, was {0}</source>
        <translation>berichtigt, war {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) were put right by your corrections of “{0}”.</source>
        <translation>
            <numerusform>%n Wort wurde durch Ihre Korrekturen zu „{0}“ berichtigt.</numerusform>
            <numerusform>%n Wörter wurden durch Ihre Korrekturen zu „{0}“ berichtigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>First select the right words on the page.</source>
        <translation>Wählen Sie zuerst die richtigen Wörter auf der Seite aus.</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Save List of Corrections</source>
        <translation>Liste der Korrekturen sichern</translation>
    </message>
    <message>
        <source>Correct Words…</source>
        <translation>Wörter berichtigen …</translation>
    </message>
    <message>
        <source>As the File Says: {0}</source>
        <translation>Wie in der Datei: {0}</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message numerus="yes">
        <source>%n wait(s) for words that this text does not have. Select the right words on the page, then Place Here.</source>
        <translation>
            <numerusform>%n wartet auf Wörter, die dieser Text nicht hat. Wählen Sie die richtigen auf der Seite aus, dann Hier einsetzen.</numerusform>
            <numerusform>%n warten auf Wörter, die dieser Text nicht hat. Wählen Sie die richtigen auf der Seite aus, dann Hier einsetzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Search the corrections</source>
        <translation>In den Korrekturen suchen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The file says</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Nothing is corrected yet.

Put the caret in a misheard word, or select some, and press C.</source>
        <translation>Noch ist nichts berichtigt.

Setzen Sie die Schreibmarke in ein falsch verstandenes Wort oder wählen Sie einige aus und drücken Sie C.</translation>
    </message>
    <message>
        <source>&amp;Hear</source>
        <translation>&amp;Hören</translation>
    </message>
    <message>
        <source>Play from a moment before (Enter)</source>
        <translation>Von kurz davor an abspielen (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;As the File Says</source>
        <translation>&amp;Wie in der Datei</translation>
    </message>
    <message>
        <source>Take it back (Delete)</source>
        <translation>Zurücknehmen (Entf)</translation>
    </message>
    <message>
        <source>&amp;Place Here</source>
        <translation>Hier &amp;einsetzen</translation>
    </message>
    <message>
        <source>At the words selected on the page</source>
        <translation>Bei den Wörtern, die auf der Seite ausgewählt sind</translation>
    </message>
    <message>
        <source>Save &amp;List…</source>
        <translation>&amp;Liste sichern …</translation>
    </message>
    <message>
        <source>What was changed, as text or as a web page</source>
        <translation>Was geändert wurde, als Text oder als Webseite</translation>
    </message>
    <message>
        <source>Save &amp;Transcript</source>
        <translation>&amp;Transkript sichern</translation>
    </message>
    <message>
        <source>The corrected text, beside the file and never over it</source>
        <translation>Der berichtigte Text, neben der Datei und nie über sie</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message numerus="yes">
        <source>episode, %n×</source>
        <translation>
            <numerusform>Folge, %n×</numerusform>
            <numerusform>Folge, %n×</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>show, %n×</source>
        <translation>
            <numerusform>Sendung, %n×</numerusform>
            <numerusform>Sendung, %n×</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashController</name>
    <message>
        <source>Earmark did not end properly last time. Your place and notes are kept.</source>
        <translation>Earmark wurde zuletzt nicht ordentlich beendet. Ihre Stelle und Ihre Notizen sind erhalten.</translation>
    </message>
    <message>
        <source>Reopen “{0}”</source>
        <translation>„{0}“ wieder öffnen</translation>
    </message>
    <message>
        <source>Show Report…</source>
        <translation>Bericht zeigen …</translation>
    </message>
</context>
<context>
    <name>DesktopController</name>
    <message>
        <source>Another program asked to open what no file can be called.</source>
        <translation>Ein anderes Programm wollte etwas öffnen, das nicht der Name einer Datei sein kann.</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen ablegen</translation>
    </message>
    <message>
        <source>All that is in a folder is listed, now and later</source>
        <translation>Alles in einem Ordner kommt in die Bibliothek, jetzt und später</translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>You kept {0}</source>
        <translation>{0} festgehalten</translation>
    </message>
    <message>
        <source>End of the episode</source>
        <translation>Ende der Folge</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Look at what you kept, the new first (Enter)</source>
        <translation>Festgehaltenes ansehen, zuerst das Neue (Eingabe)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Take what you kept out of this episode (Enter)</source>
        <translation>Festgehaltenes aus dieser Folge mitnehmen (Eingabe)</translation>
    </message>
    <message>
        <source>Play Next</source>
        <translation>Nächste abspielen</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>All looked at</source>
        <translation>Alles angesehen</translation>
    </message>
    <message>
        <source>Open the next episode and play it (Enter)</source>
        <translation>Die nächste Folge öffnen und abspielen (Eingabe)</translation>
    </message>
</context>
<context>
    <name>EndCardController</name>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>Up next</source>
        <translation>Als Nächstes vorgemerkt</translation>
    </message>
    <message>
        <source>Next of this show</source>
        <translation>Die nächste dieser Sendung</translation>
    </message>
    <message>
        <source>Next in this folder</source>
        <translation>Die nächste in diesem Ordner</translation>
    </message>
</context>
<context>
    <name>EpisodeRow</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>EpisodeView</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>Play Ne&amp;xt</source>
        <translation>Als &amp;Nächstes spielen</translation>
    </message>
    <message>
        <source>Play &amp;Later</source>
        <translation>&amp;Später spielen</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Mark as Not &amp;Heard</source>
        <translation>Als ungehört &amp;markieren</translation>
    </message>
    <message>
        <source>Mark as &amp;Heard</source>
        <translation>Als gehört &amp;markieren</translation>
    </message>
    <message>
        <source>Choose Another &amp;Transcript…</source>
        <translation>Anderes &amp;Transkript wählen …</translation>
    </message>
    <message>
        <source>Choose &amp;Transcript…</source>
        <translation>&amp;Transkript wählen …</translation>
    </message>
    <message>
        <source>Choose Re&amp;cording…</source>
        <translation>Aufnahme &amp;wählen …</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove From Library</source>
        <translation>Aus der Bibliothek &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>All that are listed</source>
        <translation>Alle in der Liste</translation>
    </message>
    <message numerus="yes">
        <source>The %n that are listed</source>
        <translation>
            <numerusform>Die %n in der Liste</numerusform>
            <numerusform>Die %n in der Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>This episode: {0}</source>
        <translation>Diese Folge: {0}</translation>
    </message>
    <message>
        <source>Every episode</source>
        <translation>Jede Folge</translation>
    </message>
    <message numerus="yes">
        <source>%n selected note(s)</source>
        <translation>
            <numerusform>%n ausgewählte Notiz</numerusform>
            <numerusform>%n ausgewählte Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Notes</source>
        <translation>Notizen exportieren</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) written to “{0}”.</source>
        <translation>
            <numerusform>%n Notiz nach „{0}“ geschrieben.</numerusform>
            <numerusform>%n Notizen nach „{0}“ geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) imported from “{0}”</source>
        <translation>
            <numerusform>%n Notiz aus „{0}“ importiert</numerusform>
            <numerusform>%n Notizen aus „{0}“ importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n schon bekannt</numerusform>
            <numerusform>%n schon bekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportNotesDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>Any, or none</source>
        <translation>Beliebig, auch keins</translation>
    </message>
    <message>
        <source>Export Notes</source>
        <translation>Notizen exportieren</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation>Schla&amp;gwort</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Sentences &amp;around it</source>
        <translation>Sätze dr&amp;umherum</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>&amp;Who speaks</source>
        <translation>&amp;Wer spricht</translation>
    </message>
    <message>
        <source>A &amp;link back</source>
        <translation>Ein &amp;Link zurück</translation>
    </message>
    <message>
        <source>Own T&amp;emplates…</source>
        <translation>&amp;Eigene Vorlagen …</translation>
    </message>
    <message>
        <source>Open the folder for templates of your own: each *.md in it becomes a format</source>
        <translation>Den Ordner für eigene Vorlagen öffnen: Jede *.md darin wird ein Format</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>How many sentences before and after are written too</source>
        <translation>Wie viele Sätze davor und danach mitgeschrieben werden</translation>
    </message>
    <message>
        <source>Opens the episode in Earmark at that second</source>
        <translation>Öffnet die Folge in Earmark bei dieser Sekunde</translation>
    </message>
    <message>
        <source>Copy them; from now on Copy beside the text does it in this form</source>
        <translation>Kopieren; ab jetzt kopiert auch „Kopieren“ neben dem Text in dieser Form</translation>
    </message>
    <message>
        <source>Write them to a file (Ctrl+S)</source>
        <translation>In eine Datei schreiben (Strg+S)</translation>
    </message>
    <message>
        <source>Stop writing (Esc)</source>
        <translation>Das Schreiben abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>None of them has this tag.</source>
        <translation>Keine von ihnen hat dieses Schlagwort.</translation>
    </message>
    <message>
        <source>Nothing is kept here yet.

Press B while you listen: the sentence you just heard is kept, and the sound goes on.</source>
        <translation>Hier ist noch nichts festgehalten.

Drücken Sie beim Hören B: Der eben gehörte Satz wird festgehalten, und der Ton läuft weiter.</translation>
    </message>
    <message>
        <source>One page for any browser: to read, to print, and to hear each passage with a click as long as the recording lies where it lies now.</source>
        <translation>Eine Seite für jeden Browser: zum Lesen, zum Drucken und um jede Textstelle mit einem Klick zu hören, solange die Aufnahme liegt, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>A deck for each episode, with a card for each passage and its sound. Importing a newer file into Anki renews the cards and keeps what you learned.</source>
        <translation>Ein Stapel für jede Folge, mit einer Karte für jede Textstelle und ihrem Ton. Wer eine neuere Datei in Anki importiert, erneuert die Karten und behält den Lernstand.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n episodes</source>
        <translation>
            <numerusform>{0} aus %n Folge</numerusform>
            <numerusform>{0} aus %n Folgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; the first %n are shown</source>
        <translation>
            <numerusform>{0}; die erste wird gezeigt</numerusform>
            <numerusform>{0}; die ersten %n werden gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation>Vorschau entsteht …</translation>
    </message>
</context>
<context>
    <name>ExportTimesDialog</name>
    <message>
        <source>Continue…</source>
        <translation>Weiter …</translation>
    </message>
    <message>
        <source>Export Transcript</source>
        <translation>Transkript exportieren</translation>
    </message>
    <message>
        <source>You moved this text to its recording. Which times?</source>
        <translation>Sie haben diesen Text an seine Aufnahme angepasst. Welche Zeiten?</translation>
    </message>
    <message>
        <source>As this &amp;recording runs</source>
        <translation>Wie diese Auf&amp;nahme läuft</translation>
    </message>
    <message>
        <source>The &amp;file’s own times</source>
        <translation>Die Zeiten der &amp;Datei</translation>
    </message>
    <message>
        <source>The text fits this recording in other players too.</source>
        <translation>So passt der Text auch in anderen Programmen zu dieser Aufnahme.</translation>
    </message>
    <message>
        <source>The text fits the recording that it was made for.</source>
        <translation>So passt der Text zu der Aufnahme, für die er gemacht wurde.</translation>
    </message>
    <message>
        <source>As &amp;corrected</source>
        <translation>Wie &amp;berichtigt</translation>
    </message>
    <message>
        <source>As the file &amp;says</source>
        <translation>&amp;Wie in der Datei</translation>
    </message>
    <message>
        <source>You corrected this text. Which words?</source>
        <translation>Sie haben diesen Text berichtigt. Welche Wörter?</translation>
    </message>
</context>
<context>
    <name>FaultController</name>
    <message>
        <source>Your place and notes are kept.</source>
        <translation>Ihre Stelle und Ihre Notizen sind erhalten.</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>A Fault in Earmark</source>
        <translation>Ein Fehler in Earmark</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show or hide the report (Space)</source>
        <translation>Den Bericht zeigen oder verbergen (Leertaste)</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy the report (Space)</source>
        <translation>Den Bericht kopieren (Leertaste)</translation>
    </message>
    <message>
        <source>Open Issue…</source>
        <translation>Fehler melden …</translation>
    </message>
    <message>
        <source>Copy the report and open the page for bugs (Space)</source>
        <translation>Den Bericht kopieren und die Seite für Fehler öffnen (Leertaste)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Save and quit Earmark (Space)</source>
        <translation>Sichern und Earmark beenden (Leertaste)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close this and go on (Enter or Esc)</source>
        <translation>Schließen und weitermachen (Eingabe oder Esc)</translation>
    </message>
    <message>
        <source> It happened {count} times.</source>
        <translation> Er ist {count}-mal aufgetreten.</translation>
    </message>
    <message>
        <source>Something went wrong inside Earmark.</source>
        <translation>In Earmark ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours.{times} {kept}

You can go on. If it happens again, please send us the report. It says where the program failed and which versions it runs with; Details shows all of it.</source>
        <translation>Das ist ein Fehler des Programms, nicht Ihrer.{times} {kept}

Sie können weitermachen. Wenn es wieder geschieht, schicken Sie uns bitte den Bericht. Er sagt, wo das Programm versagt hat und mit welchen Versionen es läuft; „Einzelheiten“ zeigt ihn ganz.</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>Bericht kopiert</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Recordings and transcripts</source>
        <translation>Aufnahmen und Transkripte</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open Episode</source>
        <translation>Folge öffnen</translation>
    </message>
    <message>
        <source>Choose Recording</source>
        <translation>Aufnahme wählen</translation>
    </message>
    <message>
        <source>Choose Transcript</source>
        <translation>Transkript wählen</translation>
    </message>
    <message>
        <source>Files of this kind</source>
        <translation>Dateien dieser Art</translation>
    </message>
    <message>
        <source>Find “{0}”</source>
        <translation>„{0}“ suchen</translation>
    </message>
    <message>
        <source>Export Transcript</source>
        <translation>Transkript exportieren</translation>
    </message>
    <message>
        <source>Notes as JSON, or a library</source>
        <translation>Notizen als JSON, oder eine Bibliothek</translation>
    </message>
    <message>
        <source>Import Notes</source>
        <translation>Notizen importieren</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transkripte</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Turn Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Choose another folder than {0}</source>
        <translation>Einen anderen Ordner als {0} wählen</translation>
    </message>
</context>
<context>
    <name>FoldersController</name>
    <message>
        <source>Watch a Folder</source>
        <translation>Ordner beobachten</translation>
    </message>
    <message>
        <source>“{0}” is no longer watched; its episodes stay.</source>
        <translation>„{0}“ wird nicht mehr beobachtet; die Folgen daraus bleiben.</translation>
    </message>
</context>
<context>
    <name>GuessActions</name>
    <message>
        <source>Swap From Here</source>
        <translation>Ab hier tauschen</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Vermutung</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm that {0} says this</source>
        <translation>Bestätigen, dass {0} das sagt</translation>
    </message>
    <message>
        <source>Swap from here: the two take turns the other way round from here on</source>
        <translation>Ab hier tauschen: Von hier an wechseln sich die beiden andersherum ab</translation>
    </message>
</context>
<context>
    <name>GuessesDialog</name>
    <message numerus="yes">
        <source>%n turn(s) wait to be confirmed</source>
        <translation>
            <numerusform>%n Stelle wartet auf Bestätigung</numerusform>
            <numerusform>%n Stellen warten auf Bestätigung</numerusform>
        </translation>
    </message>
    <message>
        <source>Guesses</source>
        <translation>Vermutungen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Nothing waits to be confirmed.

Where two take turns and the file only marks a change, name both from a turn on: who speaks the others is a guess then.</source>
        <translation>Nichts wartet auf Bestätigung.

Wo sich zwei abwechseln und die Datei nur den Wechsel angibt, ab einer Stelle beide benennen: Wer die übrigen spricht, wird dann vermutet.</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>These turns are right (Enter)</source>
        <translation>Diese Stellen stimmen (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Hear</source>
        <translation>&amp;Hören</translation>
    </message>
    <message>
        <source>Play from where the turn begins (Space)</source>
        <translation>Ab dem Anfang der Stelle abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>&amp;Swap From Here</source>
        <translation>Ab hier &amp;tauschen</translation>
    </message>
    <message>
        <source>From here on the two take turns the other way round</source>
        <translation>Ab hier wechseln sich die beiden andersherum ab</translation>
    </message>
    <message>
        <source>Confirm &amp;All</source>
        <translation>&amp;Alle bestätigen</translation>
    </message>
    <message>
        <source>All guesses are right</source>
        <translation>Alle Vermutungen stimmen</translation>
    </message>
</context>
<context>
    <name>HitRows</name>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Ihre Notiz</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Listen here</source>
        <translation>Hier anhören</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open without playing</source>
        <translation>Nur öffnen</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Strg Eingabe</translation>
    </message>
    <message>
        <source>{0} of {1} s</source>
        <translation>{0} von {1} s</translation>
    </message>
</context>
<context>
    <name>HitsList</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
    <message>
        <source>{0} with “{1}”</source>
        <translation>{0} mit „{1}“</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in this episode</source>
        <translation>
            <numerusform>%n weitere in dieser Folge</numerusform>
            <numerusform>%n weitere in dieser Folge</numerusform>
        </translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Ihre Notiz</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>JoiningController</name>
    <message>
        <source>Choose Files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Join to “{0}”</source>
        <translation>„{0}“ zuordnen</translation>
    </message>
    <message>
        <source>Which episode do the notes of “{0}” belong to?</source>
        <translation>Zu welcher Folge gehören die Notizen von „{0}“?</translation>
    </message>
</context>
<context>
    <name>KeepHintController</name>
    <message>
        <source>Press B to keep the sentence you just heard; the sound goes on.</source>
        <translation>B hält den eben gehörten Satz fest; der Ton läuft weiter.</translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>No key or action like that.</source>
        <translation>Keine solche Taste oder Aktion.</translation>
    </message>
    <message>
        <source>In the Notes</source>
        <translation>In den Notizen</translation>
    </message>
    <message>
        <source>After Keeping (Tab Leads There)</source>
        <translation>Nach dem Festhalten (Tab führt dorthin)</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Eine Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>What you keep now is in memory only, until it can be saved.</source>
        <translation>Was Sie jetzt festhalten, bleibt nur im Arbeitsspeicher, bis es sich sichern lässt.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use Another Place…</source>
        <translation>Anderen Ort verwenden …</translation>
    </message>
    <message>
        <source>Restore From Backup…</source>
        <translation>Aus Sicherung wiederherstellen …</translation>
    </message>
    <message>
        <source>Copy What Can Be Read</source>
        <translation>Lesbares übernehmen</translation>
    </message>
    <message>
        <source>Restore Newest Backup</source>
        <translation>Neueste Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Begin Again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>All that you kept is saved now.</source>
        <translation>Alles, was Sie festgehalten haben, ist jetzt gesichert.</translation>
    </message>
    <message>
        <source>Libraries of Earmark (*.db)</source>
        <translation>Bibliotheken von Earmark (*.db)</translation>
    </message>
    <message>
        <source>Back Up Library</source>
        <translation>Bibliothek sichern</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Merge and Save</source>
        <translation>Zusammenführen und sichern</translation>
    </message>
    <message>
        <source>Save Here Again</source>
        <translation>Hier neu sichern</translation>
    </message>
    <message>
        <source>Save Beside It</source>
        <translation>Daneben sichern</translation>
    </message>
    <message>
        <source>What you kept is in “{0}”, beside the library. Earmark uses what is there now.</source>
        <translation>Was Sie festgehalten haben, liegt in „{0}“ neben der Bibliothek. Earmark verwendet jetzt, was an ihrer Stelle ist.</translation>
    </message>
    <message>
        <source>The library does not answer: its disk may be slow, or gone.</source>
        <translation>Die Bibliothek antwortet nicht: Ihr Datenträger ist vielleicht langsam oder nicht mehr da.</translation>
    </message>
    <message>
        <source>The library was copied to “{0}”, and the copy was checked.</source>
        <translation>Die Bibliothek wurde nach „{0}“ kopiert und die Kopie geprüft.</translation>
    </message>
    <message>
        <source>Back Up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Today&apos;s backup was not made: {0}</source>
        <translation>Die heutige Sicherung kam nicht zustande: {0}</translation>
    </message>
    <message>
        <source>Import Them</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The library could not be changed when Earmark was ended. Some of what you kept is in “{0}” alone.</source>
        <translation>Die Bibliothek ließ sich nicht ändern, als Earmark beendet wurde. Einiges von dem, was Sie festgehalten haben, steht nur in „{0}“.</translation>
    </message>
    <message>
        <source>Two computers changed the library at once. Some of what you kept is in “{0}” alone.</source>
        <translation>Zwei Rechner haben die Bibliothek gleichzeitig geändert. Einiges von dem, was Sie festgehalten haben, steht nur in „{0}“.</translation>
    </message>
    <message>
        <source>The library is the backup&apos;s now.</source>
        <translation>Die Bibliothek entspricht jetzt der Sicherung.</translation>
    </message>
    <message>
        <source>The library is the backup&apos;s now. The one before is kept as “{0}”.</source>
        <translation>Die Bibliothek entspricht jetzt der Sicherung. Die vorige ist als „{0}“ erhalten.</translation>
    </message>
    <message>
        <source>A new library was begun. The backups stay where they are.</source>
        <translation>Eine neue Bibliothek wurde begonnen. Die Sicherungen bleiben, wo sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were read and copied into a new library.</source>
        <translation>
            <numerusform>%n Notiz wurde gelesen und in eine neue Bibliothek übernommen.</numerusform>
            <numerusform>%n Notizen wurden gelesen und in eine neue Bibliothek übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stood in the newest backup alone.</source>
        <translation>
            <numerusform>%n davon stand nur in der neuesten Sicherung.</numerusform>
            <numerusform>%n davon standen nur in der neuesten Sicherung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) could not be read.</source>
        <translation>
            <numerusform>%n Eintrag war nicht lesbar.</numerusform>
            <numerusform>%n Einträge waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged one is kept as “{0}”.</source>
        <translation>Die beschädigte bleibt als „{0}“ erhalten.</translation>
    </message>
    <message>
        <source>Choose a Folder for the Library</source>
        <translation>Ordner für die Bibliothek wählen</translation>
    </message>
    <message>
        <source>Earmark uses the library in “{0}” now.</source>
        <translation>Earmark verwendet jetzt die Bibliothek in „{0}“.</translation>
    </message>
    <message>
        <source>The library was copied to “{0}” and is used there. The old one stays.</source>
        <translation>Die Bibliothek wurde nach „{0}“ kopiert und wird dort verwendet. Die alte bleibt.</translation>
    </message>
    <message>
        <source>A new library was begun in “{0}”. The old one stays as it is.</source>
        <translation>In „{0}“ wurde eine neue Bibliothek angelegt. Die alte bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The library is sound.</source>
        <translation>Die Bibliothek ist in Ordnung.</translation>
    </message>
    <message>
        <source>The library is not sound.</source>
        <translation>Die Bibliothek ist nicht in Ordnung.</translation>
    </message>
</context>
<context>
    <name>LibraryDetails</name>
    <message>
        <source>Library Details</source>
        <translation>Einzelheiten der Bibliothek</translation>
    </message>
    <message>
        <source>Watch a Folder…</source>
        <translation>Ordner beobachten …</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Cancel Reading</source>
        <translation>Einlesen abbrechen</translation>
    </message>
    <message>
        <source>Find every word that is spoken</source>
        <translation>Jedes gesprochene Wort finden</translation>
    </message>
    <message>
        <source>Make Again</source>
        <translation>Neu erstellen</translation>
    </message>
    <message>
        <source>Reading {0} of {1} files</source>
        <translation>Lese {0} von {1} Dateien</translation>
    </message>
    <message>
        <source>Switched off: only titles and notes are searched. Nothing is stored.</source>
        <translation>Ausgeschaltet: Nur Titel und Notizen werden durchsucht. Nichts wird gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) have been read; the index takes {0}.</source>
        <translation>
            <numerusform>%n Folge ist eingelesen; der Index belegt {0}.</numerusform>
            <numerusform>%n Folgen sind eingelesen; der Index belegt {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {0} of {1} episodes.</source>
        <translation>Lese {0} von {1} Folgen.</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n Folge</numerusform>
            <numerusform>%n Folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Stop Watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Stop watching {0}</source>
        <translation>{0} nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Its episodes stay in the library</source>
        <translation>Die Folgen daraus bleiben in der Bibliothek</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>Index of words</source>
        <translation>Index der Wörter</translation>
    </message>
    <message>
        <source>None yet. All recordings and transcripts in a watched folder are listed.</source>
        <translation>Noch keine. Alle Aufnahmen und Transkripte in einem beobachteten Ordner werden aufgelistet.</translation>
    </message>
    <message>
        <source>List all episodes of a folder, now and later</source>
        <translation>Alle Folgen eines Ordners auflisten, jetzt und später</translation>
    </message>
    <message>
        <source>Look now for what is new in the folders</source>
        <translation>Jetzt nachsehen, was in den Ordnern neu ist</translation>
    </message>
    <message>
        <source>Stop reading the folders; what was found stays</source>
        <translation>Die Ordner nicht weiter einlesen; was gefunden wurde, bleibt</translation>
    </message>
    <message>
        <source>Progress of reading the folders</source>
        <translation>Fortschritt beim Einlesen der Ordner</translation>
    </message>
    <message>
        <source>Keep an index of all transcripts, apart from your notes</source>
        <translation>Einen Index aller Transkripte führen, getrennt von Ihren Notizen</translation>
    </message>
    <message>
        <source>Read all transcripts once more</source>
        <translation>Alle Transkripte noch einmal lesen</translation>
    </message>
    <message>
        <source>Reading the folders…</source>
        <translation>Lese die Ordner …</translation>
    </message>
</context>
<context>
    <name>LibraryEmpty</name>
    <message>
        <source>Watch a Folder…</source>
        <translation>Ordner beobachten …</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Try the Sample</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>List all episodes of a folder, now and later</source>
        <translation>Alle Folgen eines Ordners auflisten, jetzt und später</translation>
    </message>
    <message>
        <source>Open a recording or a transcript (Ctrl+O)</source>
        <translation>Eine Aufnahme oder ein Transkript öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Hear a short tour of Earmark</source>
        <translation>Eine kurze Einführung in Earmark hören</translation>
    </message>
    <message>
        <source>Everything you listen to, in words</source>
        <translation>Alles, was Sie hören, in Worten</translation>
    </message>
    <message>
        <source>Recordings and their transcripts are listed here, with how far you got and what you kept. Then one field finds every word that was said in them.</source>
        <translation>Hier stehen Aufnahmen und ihre Transkripte, wie weit Sie sind und was Sie festgehalten haben. Ein Feld findet dann jedes Wort, das darin gesagt wurde.</translation>
    </message>
    <message>
        <source>All that is in it, now and later. Your files stay as they are.</source>
        <translation>Alles, was darin ist, jetzt und später. Ihre Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>One recording or transcript; its other half is found beside it.</source>
        <translation>Eine Aufnahme oder ein Transkript; die andere Hälfte wird daneben gefunden.</translation>
    </message>
    <message>
        <source>Three minutes that show how to keep what you hear.</source>
        <translation>Drei Minuten, die zeigen, wie man festhält, was man hört.</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere in this window.</source>
        <translation>Oder ziehen Sie Dateien und Ordner irgendwo in dieses Fenster.</translation>
    </message>
</context>
<context>
    <name>LibraryField</name>
    <message>
        <source>Search titles, words spoken and notes</source>
        <translation>Titel, Gesprochenes und Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Words, “a phrase”, -without, voice:name (Esc clears)</source>
        <translation>Wörter, „eine Wendung“, -ohne, voice:Name (Esc leert)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Ctrl Shift F</source>
        <translation>Strg Umschalt F</translation>
    </message>
    <message>
        <source>Find titles, words spoken and notes</source>
        <translation>Titel, Gesprochenes und Notizen finden</translation>
    </message>
    <message>
        <source>Titles, words, notes</source>
        <translation>Titel, Worte, Notizen</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open a recording or a transcript (Ctrl+O)</source>
        <translation>Eine Aufnahme oder ein Transkript öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Removed from the library: {title}</source>
        <translation>Aus der Bibliothek entfernt: {title}</translation>
    </message>
    <message numerus="yes">
        <source>Removed from the library: %n episode(s)</source>
        <translation>
            <numerusform>Aus der Bibliothek entfernt: %n Folge</numerusform>
            <numerusform>Aus der Bibliothek entfernt: %n Folgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibrarySidebar</name>
    <message>
        <source>Places in the library</source>
        <translation>Orte in der Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Read Again</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>&amp;Stop Watching</source>
        <translation>Nicht mehr &amp;beobachten</translation>
    </message>
</context>
<context>
    <name>LinksController</name>
    <message numerus="yes">
        <source>%n link(s) copied</source>
        <translation>
            <numerusform>%n Link kopiert</numerusform>
            <numerusform>%n Links kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no link to this: the files of the episode could not be read.</source>
        <translation>Dazu gibt es keinen Link: Die Dateien der Folge waren nicht lesbar.</translation>
    </message>
    <message>
        <source>The files of “{0}” are not where they were.</source>
        <translation>Die Dateien von „{0}“ sind nicht mehr, wo sie waren.</translation>
    </message>
    <message>
        <source>“{0}” was never opened here. Where is its file?</source>
        <translation>„{0}“ wurde hier noch nie geöffnet. Wo liegt die Datei?</translation>
    </message>
    <message>
        <source>What this link means was never opened here. Where is its file?</source>
        <translation>Was dieser Link meint, wurde hier noch nie geöffnet. Wo liegt die Datei?</translation>
    </message>
    <message>
        <source>Choose Files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>the episode of the link</source>
        <translation>die Folge des Links</translation>
    </message>
    <message>
        <source>This is not the same file as “{0}”: the moment may be another.</source>
        <translation>Das ist nicht dieselbe Datei wie „{0}“: Die Stelle kann eine andere sein.</translation>
    </message>
    <message>
        <source>The link leads to {0} at {1}.</source>
        <translation>Der Link führt zu {0} bei {1}.</translation>
    </message>
</context>
<context>
    <name>LostFilesController</name>
    <message>
        <source>“{0}” was not found; was it moved or renamed?</source>
        <translation>„{0}“ wurde nicht gefunden; wurde die Datei verschoben oder umbenannt?</translation>
    </message>
    <message>
        <source>“{0}” is not where it was; you can go on without it.</source>
        <translation>„{0}“ ist nicht mehr, wo es war; Sie können ohne die Datei weitermachen.</translation>
    </message>
    <message>
        <source>“{0}” holds something else than “{1}” did. Your notes of the one would be shown with the other.</source>
        <translation>„{0}“ enthält etwas anderes als „{1}“. Ihre Notizen zum einen würden beim anderen gezeigt.</translation>
    </message>
    <message>
        <source>Use It All the Same</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Find It…</source>
        <translation>Suchen …</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Diese Meldung schließen (Esc)</translation>
    </message>
    <message>
        <source>{label} (Space)</source>
        <translation>{label} (Leertaste)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show or hide the details (Space)</source>
        <translation>Die Einzelheiten zeigen oder verbergen (Leertaste)</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation>{kind}: {text}</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>MessagesController</name>
    <message>
        <source>No recording was found beside “{0}”. You can read it all the same.</source>
        <translation>Neben „{0}“ wurde keine Aufnahme gefunden. Lesen können Sie es trotzdem.</translation>
    </message>
    <message>
        <source>Does “{0}” belong to “{1}”, which was open before?</source>
        <translation>Gehört „{0}“ zu „{1}“, das zuvor offen war?</translation>
    </message>
    <message>
        <source>Open Both</source>
        <translation>Beide öffnen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open As…</source>
        <translation>Öffnen als …</translation>
    </message>
    <message>
        <source>Open Another…</source>
        <translation>Andere öffnen …</translation>
    </message>
    <message>
        <source>Choose Recording…</source>
        <translation>Aufnahme wählen …</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were repaired.</source>
        <translation>
            <numerusform>%n Zeile wurde ausgebessert.</numerusform>
            <numerusform>%n Zeilen wurden ausgebessert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be shown.</source>
        <translation>
            <numerusform>%n Zeile konnte nicht gezeigt werden.</numerusform>
            <numerusform>%n Zeilen konnten nicht gezeigt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}”:</source>
        <translation>„{0}“:</translation>
    </message>
    <message>
        <source>Line {0}: {1} {2}</source>
        <translation>Zeile {0}: {1} {2}</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Written to “{0}”.</source>
        <translation>Geschrieben nach „{0}“.</translation>
    </message>
    <message>
        <source>Nothing is heard: no audio output is connected. The text is followed all the same.</source>
        <translation>Es ist kein Ton zu hören: Keine Tonausgabe nimmt ihn an. Der Text läuft mit.</translation>
    </message>
    <message>
        <source>The audio output is gone, so playback was paused. Your place is kept.</source>
        <translation>Die Tonausgabe ist weg, deshalb wurde die Wiedergabe angehalten. Ihre Stelle bleibt erhalten.</translation>
    </message>
    <message>
        <source>Play Again</source>
        <translation>Weiterspielen</translation>
    </message>
    <message>
        <source>Choose Output…</source>
        <translation>Ausgabegerät wählen …</translation>
    </message>
    <message>
        <source>“{0}” was read as {1}. If letters are wrong, read it as {2}.</source>
        <translation>„{0}“ wurde als {1} gelesen. Wenn Buchstaben falsch sind, lies es als {2}.</translation>
    </message>
    <message>
        <source>Read as {0}</source>
        <translation>Als {0} lesen</translation>
    </message>
    <message>
        <source>Frame Rate…</source>
        <translation>Bildrate …</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>&amp;As Found</source>
        <translation>&amp;Wie gefunden</translation>
    </message>
    <message>
        <source>Rename Episode</source>
        <translation>Folge umbenennen</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Sendung</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>Year-month-day, such as 2024-01-12</source>
        <translation>Jahr-Monat-Tag, etwa 2024-01-12</translation>
    </message>
    <message>
        <source>As the tags, the transcript or the file call it (Alt+A)</source>
        <translation>So, wie Tags, Transkript oder Datei sie nennen (Alt+W)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
</context>
<context>
    <name>NamingCard</name>
    <message>
        <source>Do the two take turns?</source>
        <translation>Wechseln sich die beiden ab?</translation>
    </message>
    <message>
        <source>Who says this?</source>
        <translation>Wer sagt das?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>the other one</source>
        <translation>die andere</translation>
    </message>
    <message>
        <source>Who takes turns with this voice?</source>
        <translation>Wer wechselt sich mit dieser Stimme ab?</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Swap From Here</source>
        <translation>Ab hier tauschen</translation>
    </message>
    <message>
        <source>From here on the two take turns the other way round</source>
        <translation>Ab hier wechseln sich die beiden andersherum ab</translation>
    </message>
    <message>
        <source>Stop Guessing</source>
        <translation>Nicht mehr vermuten</translation>
    </message>
    <message>
        <source>From here on nobody is guessed</source>
        <translation>Ab hier wird niemand mehr vermutet</translation>
    </message>
    <message>
        <source>As the File Says</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Take back what was said of this turn</source>
        <translation>Nimmt zurück, was zu dieser Stelle gesagt wurde</translation>
    </message>
    <message>
        <source>This turn</source>
        <translation>Diese Stelle</translation>
    </message>
    <message>
        <source>From this line on</source>
        <translation>Ab dieser Zeile</translation>
    </message>
    <message>
        <source>All of this voice</source>
        <translation>Alles von dieser Stimme</translation>
    </message>
    <message>
        <source>This voice from here on</source>
        <translation>Diese Stimme ab hier</translation>
    </message>
    <message>
        <source>From here, two take turns</source>
        <translation>Ab hier zwei im Wechsel</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Vermuten</translation>
    </message>
    <message>
        <source>name of the voice</source>
        <translation>Name der Stimme</translation>
    </message>
</context>
<context>
    <name>NoteDelegate</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Start From the Saved Note</source>
        <translation>Von der gesicherten Notiz ausgehen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. Esc closes and keeps what you wrote.</source>
        <translation>Strg+Eingabe sichert. Esc schließt und behält, was Sie geschrieben haben.</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>What you think of it. Markdown is kept as it is.</source>
        <translation>Was Sie dazu denken. Markdown bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags, separated by commas; Down shows those in use</source>
        <translation>Schlagwörter, durch Kommas getrennt; Pfeil nach unten zeigt die verwendeten</translation>
    </message>
    <message>
        <source>Put this draft away and show what was saved (Space)</source>
        <translation>Diesen Entwurf weglegen und zeigen, was gesichert ist (Leertaste)</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Sichern (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Close and keep what you wrote as a draft (Esc)</source>
        <translation>Schließen und das Geschriebene als Entwurf behalten (Esc)</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, with commas</source>
        <translation>Schlagwörter, mit Kommas</translation>
    </message>
    <message>
        <source>Tags, separated by commas; Down shows those in use</source>
        <translation>Schlagwörter, durch Kommas getrennt; Abwärts zeigt die vorhandenen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>What you think of it; saved as you type</source>
        <translation>Was Sie davon halten; wird beim Schreiben gesichert</translation>
    </message>
    <message>
        <source>Done; what you wrote is saved (Esc or Ctrl+Enter)</source>
        <translation>Fertig; was Sie geschrieben haben, ist gesichert (Esc oder Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>NoteFilters</name>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Nur {name}</translation>
    </message>
    <message>
        <source>Show only {name} (Space)</source>
        <translation>Nur {name} zeigen (Leertaste)</translation>
    </message>
    <message>
        <source>Filter: words or #tag</source>
        <translation>Wörter, #Schlagwort</translation>
    </message>
    <message>
        <source>Filter notes by words or tags</source>
        <translation>Notizen nach Wörtern oder Schlagwörtern filtern</translation>
    </message>
    <message>
        <source>Show only what has these words or tags (Esc shows all)</source>
        <translation>Nur zeigen, was diese Wörter oder Schlagwörter hat (Esc zeigt alles)</translation>
    </message>
    <message>
        <source>With a Note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Only with a note</source>
        <translation>Nur mit Notiz</translation>
    </message>
    <message>
        <source>Show only what has a note (Space)</source>
        <translation>Nur zeigen, was eine Notiz hat (Leertaste)</translation>
    </message>
    <message>
        <source>Show only what is new: kept with B, and not looked at yet (Space)</source>
        <translation>Nur Neues zeigen: mit B festgehalten und noch nicht angesehen (Leertaste)</translation>
    </message>
</context>
<context>
    <name>NoteFolderController</name>
    <message>
        <source>Choose Folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Turn Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Markdown Folder</source>
        <translation>Markdown-Ordner</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>NoteMenu</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Delete {0} Notes</source>
        <translation>{0} Notizen &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>&amp;Edit Note…</source>
        <translation>Notiz &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy Lin&amp;k</source>
        <translation>L&amp;ink kopieren</translation>
    </message>
    <message>
        <source>Copy Lin&amp;ks</source>
        <translation>L&amp;inks kopieren</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Save Audio Cl&amp;ip…</source>
        <translation>&amp;Tonausschnitt sichern …</translation>
    </message>
    <message>
        <source>Save {0} Audio Cl&amp;ips…</source>
        <translation>{0} &amp;Tonausschnitte sichern …</translation>
    </message>
    <message>
        <source>&amp;Quote Card…</source>
        <translation>&amp;Zitatkarte …</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Mar&amp;k as Looked At</source>
        <translation>Als an&amp;gesehen markieren</translation>
    </message>
    <message>
        <source>Rena&amp;me Episode…</source>
        <translation>Folge u&amp;mbenennen …</translation>
    </message>
    <message>
        <source>&amp;Merge {0} Notes</source>
        <translation>{0} Notizen &amp;vereinen</translation>
    </message>
    <message>
        <source>&amp;Merge With Next</source>
        <translation>Mit der nächsten &amp;vereinen</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>T&amp;eilen</translation>
    </message>
    <message>
        <source>Move to Selected &amp;Words</source>
        <translation>Auf die au&amp;sgewählten Wörter verschieben</translation>
    </message>
    <message>
        <source>&amp;Lengthen or Shorten</source>
        <translation>Ve&amp;rlängern oder kürzen</translation>
    </message>
    <message>
        <source>One Sentence Longer</source>
        <translation>Einen Satz länger</translation>
    </message>
    <message>
        <source>One Sentence Shorter</source>
        <translation>Einen Satz kürzer</translation>
    </message>
    <message>
        <source>Start a Sentence Earlier</source>
        <translation>Einen Satz früher beginnen</translation>
    </message>
    <message>
        <source>Start a Sentence Later</source>
        <translation>Einen Satz später beginnen</translation>
    </message>
    <message>
        <source>&amp;Join to an Episode…</source>
        <translation>Einer Folge zuor&amp;dnen …</translation>
    </message>
</context>
<context>
    <name>NoteReports</name>
    <message numerus="yes">
        <source>Copied %n note(s)</source>
        <translation>
            <numerusform>%n Notiz kopiert</numerusform>
            <numerusform>%n Notizen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged %n note(s)</source>
        <translation>
            <numerusform>%n Notiz verbunden</numerusform>
            <numerusform>%n Notizen verbunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Split in two</source>
        <translation>In zwei geteilt</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Rückgängig gemacht: {0}</translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation>Noch einmal getan: {0}</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n note(s)</source>
        <translation>
            <numerusform>%n Notiz entfernt</numerusform>
            <numerusform>%n Notizen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed bookmark {0}</source>
        <translation>Lesezeichen {0} entfernt</translation>
    </message>
    <message>
        <source>Removed highlight {0}</source>
        <translation>Markierung {0} entfernt</translation>
    </message>
    <message>
        <source>Copied with time and voice</source>
        <translation>Mit Zeit und Stimme kopiert</translation>
    </message>
    <message>
        <source>Copied as a quote</source>
        <translation>Als Zitat kopiert</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Joined %n note(s) to this episode</source>
        <translation>
            <numerusform>%n Notiz dieser Folge zugeordnet</numerusform>
            <numerusform>%n Notizen dieser Folge zugeordnet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteRows</name>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>Farbe {number}</translation>
    </message>
    <message>
        <source>Bookmark at {0}</source>
        <translation>Lesezeichen bei {0}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Notiz: {text}</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>Schlagwörter: {tags}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>No place here</source>
        <translation>Keine Stelle hier</translation>
    </message>
</context>
<context>
    <name>NotesController</name>
    <message>
        <source>You were writing a note</source>
        <translation>Sie schrieben gerade eine Notiz</translation>
    </message>
    <message>
        <source>Kept at {0}</source>
        <translation>Festgehalten bei {0}</translation>
    </message>
    <message>
        <source>Not saved yet: {0}</source>
        <translation>Noch nicht gesichert: {0}</translation>
    </message>
    <message>
        <source>Nothing was said there: the moment is kept.</source>
        <translation>Da wurde nichts gesagt: Der Moment ist festgehalten.</translation>
    </message>
    <message>
        <source>Already kept at {0}</source>
        <translation>Schon festgehalten bei {0}</translation>
    </message>
    <message>
        <source>Keeping what you heard</source>
        <translation>Das Gehörte wird festgehalten</translation>
    </message>
    <message>
        <source>The words are still being read; it is kept in a moment.</source>
        <translation>Die Wörter werden noch gelesen; gleich ist es festgehalten.</translation>
    </message>
    <message>
        <source>Highlight: {name}</source>
        <translation>Markierung: {name}</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>Noch wurde nichts gesagt</translation>
    </message>
    <message>
        <source>There is no recording to listen to. First select words.</source>
        <translation>Es gibt keine Aufnahme zu hören. Zuerst Wörter auswählen.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>In Order of &amp;Time</source>
        <translation>Nach der &amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Copy All Shown</source>
        <translation>Alle gezeigten &amp;kopieren</translation>
    </message>
    <message>
        <source>Take &amp;Words From This Transcript</source>
        <translation>&amp;Wörter aus diesem Transkript übernehmen</translation>
    </message>
    <message>
        <source>Some quotes were kept with another transcript, in other words</source>
        <translation>Manche Zitate wurden mit einem anderen Transkript festgehalten, in anderen Worten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>All Notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>Take these notes out as a file or a text (Ctrl+Alt+E)</source>
        <translation>Diese Notizen als Datei oder Text ausgeben (Strg+Alt+E)</translation>
    </message>
    <message>
        <source>What you kept in every episode (Ctrl+Shift+A)</source>
        <translation>Was Sie in allen Folgen festgehalten haben (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation>Alle abspielen</translation>
    </message>
    <message>
        <source>Play what is listed, one after the other (Ctrl+Enter)</source>
        <translation>Alles in der Liste nacheinander abspielen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Order and copy (Space)</source>
        <translation>Ordnen und kopieren (Leertaste)</translation>
    </message>
    <message>
        <source>Close notes</source>
        <translation>Notizen schließen</translation>
    </message>
    <message>
        <source>Close the notes (Esc)</source>
        <translation>Die Notizen schließen (Esc)</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Festgehalten</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} Notizen</translation>
    </message>
    <message>
        <source>Nothing kept yet.

Press B while you listen: the sentence you just heard is kept here, and the sound goes on.

Or select words in the transcript and press 1 to 5.</source>
        <translation>Noch nichts festgehalten.

Drücken Sie beim Hören B: Der eben gehörte Satz wird hier festgehalten, und der Ton läuft weiter.

Oder wählen Sie Wörter im Transkript aus und drücken Sie 1 bis 5.</translation>
    </message>
    <message>
        <source>You have looked at all of them.</source>
        <translation>Sie haben alle angesehen.</translation>
    </message>
    <message>
        <source>Nothing here matches.

Esc shows all again.</source>
        <translation>Nichts passt dazu.

Esc zeigt wieder alles.</translation>
    </message>
</context>
<context>
    <name>OpenAsDialog</name>
    <message>
        <source>As Guessed</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>Open As</source>
        <translation>Öffnen als</translation>
    </message>
    <message>
        <source>How is “{0}” to be read?</source>
        <translation>Wie soll „{0}“ gelesen werden?</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Zeichenkodierung:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of opening</source>
        <translation>Fortschritt beim Öffnen</translation>
    </message>
    <message>
        <source>Stop opening (Esc)</source>
        <translation>Das Öffnen abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
</context>
<context>
    <name>OtherTextController</name>
    <message numerus="yes">
        <source>“{0}” holds another text than when its %n note(s) were kept.</source>
        <translation>
            <numerusform>„{0}“ enthält einen anderen Text als den, zu dem Ihre Notiz gehört.</numerusform>
            <numerusform>„{0}“ enthält einen anderen Text als den, zu dem Ihre %n Notizen gehören.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Notes</source>
        <translation>Notizen anzeigen</translation>
    </message>
    <message>
        <source>Open as New Episode</source>
        <translation>Als neue Folge öffnen</translation>
    </message>
</context>
<context>
    <name>PairController</name>
    <message>
        <source>The recording is {0} long, but its transcript goes on to {1}: they may not belong together.</source>
        <translation>Die Aufnahme ist {0} lang, ihr Transkript geht aber bis {1}: Vielleicht gehören sie nicht zusammen.</translation>
    </message>
    <message>
        <source>Choose Another Recording…</source>
        <translation>Andere Aufnahme wählen …</translation>
    </message>
    <message>
        <source>Choose Another Transcript…</source>
        <translation>Anderes Transkript wählen …</translation>
    </message>
</context>
<context>
    <name>PassageMenu</name>
    <message>
        <source>&amp;Keep Selection</source>
        <translation>Auswahl &amp;festhalten</translation>
    </message>
    <message>
        <source>&amp;Keep This Sentence</source>
        <translation>Diesen Satz &amp;festhalten</translation>
    </message>
    <message>
        <source>Write a &amp;Note…</source>
        <translation>&amp;Notiz schreiben …</translation>
    </message>
</context>
<context>
    <name>PassagesController</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>Nicht geteilt</translation>
    </message>
    <message>
        <source>It is one sentence. Put the caret where it is to be split.</source>
        <translation>Es ist ein einziger Satz. Setzen Sie die Schreibmarke dorthin, wo er geteilt werden soll.</translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation>Nicht verschoben</translation>
    </message>
    <message>
        <source>First select the words in the transcript that it is to stand for.</source>
        <translation>Wählen Sie zuerst im Transkript die Wörter aus, für die sie stehen soll.</translation>
    </message>
</context>
<context>
    <name>PhraseField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>All Episodes</source>
        <translation>Alle Folgen</translation>
    </message>
    <message>
        <source>Up Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>All Notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>Watch a Folder…</source>
        <translation>Ordner beobachten …</translation>
    </message>
    <message>
        <source>Library Details…</source>
        <translation>Einzelheiten der Bibliothek …</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Sendungen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Player</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation>Tempo {0}</translation>
    </message>
    <message>
        <source>Sleep timer, {0} left</source>
        <translation>Schlummerfunktion, noch {0}</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Schlummerfunktion</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangene Zeit</translation>
    </message>
    <message>
        <source>Remaining time</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>Remaining (click to count at this speed, or as recorded)</source>
        <translation>Verbleibend (Klick zählt in diesem Tempo oder wie aufgenommen)</translation>
    </message>
    <message>
        <source>Speed ({0}, {1})</source>
        <translation>Tempo ({0}, {1})</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} bei {1}</translation>
    </message>
    <message>
        <source>Volume {0} % ({1}, {2})</source>
        <translation>Lautstärke {0} % ({1}, {2})</translation>
    </message>
    <message>
        <source>Notes {count}</source>
        <translation>Notizen {count}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>pausing after each line</source>
        <translation>hält nach jeder Zeile an</translation>
    </message>
    <message>
        <source>shortening pauses</source>
        <translation>kürzt Pausen</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Study: {0}</source>
        <translation>Lernen: {0}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Following</source>
        <translation>&amp;Mitlaufen</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>T&amp;ypeface</source>
        <translation>Schr&amp;ift</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Line height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>&amp;Column width</source>
        <translation>&amp;Spaltenbreite</translation>
    </message>
    <message>
        <source>Skip &amp;back</source>
        <translation>&amp;Zurückspringen</translation>
    </message>
    <message>
        <source>Skip f&amp;orward</source>
        <translation>&amp;Vorspringen</translation>
    </message>
    <message>
        <source>On resuming, re&amp;wind</source>
        <translation>Beim &amp;Fortsetzen zurück</translation>
    </message>
    <message>
        <source>Favourite &amp;speeds</source>
        <translation>&amp;Bevorzugte Tempi</translation>
    </message>
    <message>
        <source>Show an icon in the system &amp;tray</source>
        <translation>Ein &amp;Symbol in der Systemleiste zeigen</translation>
    </message>
    <message>
        <source>Mark the &amp;word being spoken</source>
        <translation>Das gesprochene W&amp;ort hervorheben</translation>
    </message>
    <message>
        <source>… &amp;estimated where the file has no times</source>
        <translation>… g&amp;eschätzt, wo die Datei keine Zeiten hat</translation>
    </message>
    <message>
        <source>A &amp;click on a word plays from there</source>
        <translation>Ein &amp;Klick auf ein Wort spielt ab dort</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegung verringern</translation>
    </message>
    <message>
        <source>B keeps what was said this long before you press it</source>
        <translation>B hält fest, was so lange vor dem Tastendruck gesagt wurde</translation>
    </message>
    <message>
        <source>What you keep is played from this long before it begins</source>
        <translation>Festgehaltenes wird so lange vor seinem Beginn abgespielt</translation>
    </message>
    <message>
        <source>&amp;Lead-in when a note is played</source>
        <translation>&amp;Vorlauf beim Abspielen einer Notiz</translation>
    </message>
    <message>
        <source>Notes &gt; Colours names the five colours</source>
        <translation>„Notizen &gt; Farben“ sagt, wie die fünf Farben heißen</translation>
    </message>
    <message>
        <source>Pa&amp;use while I write a note</source>
        <translation>Anhalten, während ich eine Notiz sch&amp;reibe</translation>
    </message>
    <message>
        <source>Show &amp;where nothing was said, as in [BLANK_AUDIO]</source>
        <translation>Zeigen, wo nichts ges&amp;agt wurde, wie in [BLANK_AUDIO]</translation>
    </message>
    <message>
        <source>… after a p&amp;ause of</source>
        <translation>… nach einer P&amp;ause von</translation>
    </message>
    <message>
        <source>Time you need to press &amp;B</source>
        <translation>Zeit bis zum Druck auf &amp;B</translation>
    </message>
    <message>
        <source>&amp;Colour of words you write a note on</source>
        <translation>&amp;Farbe von Wörtern mit neuer Notiz</translation>
    </message>
    <message>
        <source>Markdown f&amp;older</source>
        <translation>Markdown-&amp;Ordner</translation>
    </message>
    <message>
        <source>A file an episode; what you write in it stays as it is.</source>
        <translation>Eine Datei je Folge; was Sie hineinschreiben, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Serif (Literata)</source>
        <translation>Mit Serifen (Literata)</translation>
    </message>
    <message>
        <source>Sans-serif (Inter)</source>
        <translation>Ohne Serifen (Inter)</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Markdown Folder</source>
        <translation>Markdown-Ordner</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Reset to &amp;Defaults</source>
        <translation>Auf Vorgaben z&amp;urücksetzen</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>“{0}” becomes “{1}”</source>
        <translation>„{0}“ wird „{1}“</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Untick what is to stay as the file says (Space).</source>
        <translation>Ohne Häkchen bleibt eine Stelle, wie sie in der Datei ist (Leertaste).</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>These words stand nowhere else.</source>
        <translation>Diese Wörter stehen sonst nirgends.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Eingabetaste</translation>
    </message>
</context>
<context>
    <name>QueueController</name>
    <message>
        <source>“{0}” plays next.</source>
        <translation>„{0}“ wird als Nächstes gespielt.</translation>
    </message>
    <message>
        <source>“{0}” plays later.</source>
        <translation>„{0}“ wird später gespielt.</translation>
    </message>
    <message>
        <source>Taken off: {0}</source>
        <translation>Herausgenommen: {0}</translation>
    </message>
    <message>
        <source>Nothing waits to be played any more.</source>
        <translation>Es steht nichts mehr an.</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Up Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove From Up Next</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Up Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Nothing waits to be played. Press Q on an episode to play it later, Shift+Q to play it next; at the end of what you hear it is offered.</source>
        <translation>Es steht nichts an. Q auf einer Folge stellt sie ans Ende, Umschalt+Q an den Anfang; am Ende dessen, was Sie hören, wird sie angeboten.</translation>
    </message>
    <message>
        <source>Take all episodes off this list</source>
        <translation>Alle Folgen aus dieser Liste nehmen</translation>
    </message>
</context>
<context>
    <name>QuoteCardController</name>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Save Quote Card</source>
        <translation>Zitatkarte sichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The card is saved as “{0}”.</source>
        <translation>Die Karte ist als „{0}“ gesichert.</translation>
    </message>
</context>
<context>
    <name>QuoteCardDialog</name>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>&amp;Night</source>
        <translation>&amp;Nacht</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>S&amp;quare, 1080 × 1080</source>
        <translation>&amp;Quadratisch, 1080 × 1080</translation>
    </message>
    <message>
        <source>&amp;Wide, 1200 × 675</source>
        <translation>&amp;Breit, 1200 × 675</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Quote Card</source>
        <translation>Zitatkarte</translation>
    </message>
    <message>
        <source>Too long for a card: it ends where the dots are.</source>
        <translation>Zu lang für eine Karte: Sie endet bei den Punkten.</translation>
    </message>
    <message>
        <source>Save the card as a picture (Ctrl+S)</source>
        <translation>Die Karte als Bild sichern (Strg+S)</translation>
    </message>
    <message>
        <source>Copy the card as a picture (Ctrl+C)</source>
        <translation>Die Karte als Bild kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>RatesRow</name>
    <message>
        <source>Favourite speed {0}</source>
        <translation>Bevorzugtes Tempo {0}</translation>
    </message>
    <message>
        <source>Shift+{0}</source>
        <translation>Umschalt+{0}</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Play &amp;From Here</source>
        <translation>Ab &amp;hier abspielen</translation>
    </message>
    <message>
        <source>Mo&amp;re</source>
        <translation>&amp;Mehr</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>No line is being spoken.</source>
        <translation>Gerade wird keine Zeile gesprochen.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Choose a &amp;File…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>Restore From Backup</source>
        <translation>Aus Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Notes, places and choices become what they were in the backup. The present library is not deleted: it is set aside in the same folder.</source>
        <translation>Notizen, Stellen und Zuordnungen werden wieder, wie sie in der Sicherung waren. Die jetzige Bibliothek wird nicht gelöscht: Sie wird im selben Ordner beiseitegelegt.</translation>
    </message>
    <message>
        <source>There are no backups yet. Earmark makes one a day by itself, the first some seconds after it starts; File &gt; Advanced &gt; Library &gt; Back Up makes one at once. A copy that lies elsewhere can be chosen below.</source>
        <translation>Es gibt noch keine Sicherungen. Earmark legt täglich selbst eine an, die erste einige Sekunden nach dem Start; Datei &gt; Erweitert &gt; Bibliothek &gt; Sichern legt sofort eine an. Eine Kopie an einem anderen Ort lässt sich unten wählen.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Choose a copy that lies elsewhere (Alt+F)</source>
        <translation>Eine Kopie wählen, die woanders liegt (Alt+D)</translation>
    </message>
    <message>
        <source>Leave all as it is (Esc)</source>
        <translation>Alles lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <source>Go back to the marked backup (Enter)</source>
        <translation>Zur gewählten Sicherung zurückkehren (Eingabe)</translation>
    </message>
    <message>
        <source>{0} (cannot be read)</source>
        <translation>{0} (nicht lesbar)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Libraries of Earmark (*.db)</source>
        <translation>Bibliotheken von Earmark (*.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>{0} of {1} here</source>
        <translation>{0} von {1} hier</translation>
    </message>
    <message>
        <source>no more</source>
        <translation>keine weiteren</translation>
    </message>
    <message>
        <source>There are no more of them.</source>
        <translation>Es gibt keine weiteren.</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>In der Bibliothek gefunden</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Back to what was found (Alt+Home)</source>
        <translation>Zurück zu den Ergebnissen (Alt+Pos1)</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next hit, also in other episodes (F3)</source>
        <translation>Nächster Treffer, auch in anderen Folgen (F3)</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Play from this hit (Enter)</source>
        <translation>Ab diesem Treffer abspielen (Eingabe)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Mark them no longer</source>
        <translation>Nicht mehr markieren</translation>
    </message>
</context>
<context>
    <name>ScanFoot</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Library details</source>
        <translation>Einzelheiten der Bibliothek</translation>
    </message>
    <message>
        <source>Stop reading the folders; what was found stays</source>
        <translation>Die Ordner nicht weiter einlesen; was gefunden wurde, bleibt</translation>
    </message>
    <message>
        <source>Watched folders, and the index of all words</source>
        <translation>Beobachtete Ordner und der Index aller Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n Folge</numerusform>
            <numerusform>%n Folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {0} of {1} files</source>
        <translation>Lese {0} von {1} Dateien</translation>
    </message>
    <message>
        <source>Folders read just now.</source>
        <translation>Ordner eben eingelesen.</translation>
    </message>
    <message numerus="yes">
        <source>Folders read %n minute(s) ago.</source>
        <translation>
            <numerusform>Ordner vor %n Minute eingelesen.</numerusform>
            <numerusform>Ordner vor %n Minuten eingelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folders read %n hour(s) ago.</source>
        <translation>
            <numerusform>Ordner vor %n Stunde eingelesen.</numerusform>
            <numerusform>Ordner vor %n Stunden eingelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folders read %n day(s) ago.</source>
        <translation>
            <numerusform>Ordner vor %n Tag eingelesen.</numerusform>
            <numerusform>Ordner vor %n Tagen eingelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>Reading the folders…</source>
        <translation>Lese die Ordner …</translation>
    </message>
</context>
<context>
    <name>ScriptsController</name>
    <message>
        <source>No font on this computer has the letters of this text ({0}). On Debian and Ubuntu install {1}, elsewhere a font such as Noto; then start Earmark again.</source>
        <translation>Keine Schrift auf diesem Rechner hat die Zeichen dieses Textes ({0}). Installieren Sie unter Debian und Ubuntu {1}, anderswo eine Schrift wie Noto, und starten Sie Earmark neu.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>Im Transkript suchen</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Match accents</source>
        <translation>Akzente beachten</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Match case: A is not a (Alt+C)</source>
        <translation>Groß- und Kleinschreibung beachten: A ist nicht a (Alt+C)</translation>
    </message>
    <message>
        <source>Match accents: é is not e (Alt+A)</source>
        <translation>Akzente beachten: é ist nicht e (Alt+A)</translation>
    </message>
    <message>
        <source>Play from this match (Ctrl+Enter)</source>
        <translation>Ab diesem Treffer abspielen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Close find (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>{total} gefunden</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} von {total}</translation>
    </message>
    <message>
        <source>Words to find, across lines too; voice:name looks through what one voice says</source>
        <translation>Zu findende Wörter, auch über Zeilen hinweg; voice:Name sucht nur in dem, was eine Stimme sagt</translation>
    </message>
</context>
<context>
    <name>SearchBoxes</name>
    <message>
        <source>Any show</source>
        <translation>Jede Sendung</translation>
    </message>
    <message>
        <source>Any voice</source>
        <translation>Jede Stimme</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Jedes Datum</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Sendung</translation>
    </message>
    <message>
        <source>Only in one show</source>
        <translation>Nur in einer Sendung</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Only what one voice says</source>
        <translation>Nur was eine Stimme sagt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Only what came out in one year</source>
        <translation>Nur was in einem Jahr erschien</translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message numerus="yes">
        <source>Found in %n episode(s)</source>
        <translation>
            <numerusform>In %n Folge gefunden</numerusform>
            <numerusform>In %n Folgen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Switch On</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Narrow it:</source>
        <translation>Eingrenzen:</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
    <message>
        <source>Read all transcripts, so that their words are found</source>
        <translation>Alle Transkripte einlesen, damit ihre Wörter gefunden werden</translation>
    </message>
    <message>
        <source>“words in a row”</source>
        <translation>„Wörter in Folge“</translation>
    </message>
    <message>
        <source>-without</source>
        <translation>-ohne</translation>
    </message>
    <message>
        <source>What stands between quotation marks is said in a row</source>
        <translation>Was zwischen Anführungszeichen steht, wird hintereinander gesagt</translation>
    </message>
    <message>
        <source>Leave out where this word is said</source>
        <translation>Weglassen, wo dieses Wort fällt</translation>
    </message>
    <message>
        <source>Only what this voice says</source>
        <translation>Nur was diese Stimme sagt</translation>
    </message>
    <message>
        <source>Only in this show</source>
        <translation>Nur in dieser Sendung</translation>
    </message>
    <message>
        <source>Only from then on; before: has the earlier ones</source>
        <translation>Nur ab dann; before: findet die früheren</translation>
    </message>
    <message>
        <source>Only in your notes; in:words and in:titles too</source>
        <translation>Nur in Ihren Notizen; auch in:words und in:titles</translation>
    </message>
    <message>
        <source>Only titles and notes are searched: the index of words is off.</source>
        <translation>Nur Titel und Notizen werden durchsucht: Der Index der Wörter ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>{0} of {1} episodes have been read so far.</source>
        <translation>Bisher sind {0} von {1} Folgen eingelesen.</translation>
    </message>
    <message>
        <source>So much was found that the newest comes first.</source>
        <translation>Es wurde so viel gefunden, dass das Neueste zuerst kommt.</translation>
    </message>
    <message>
        <source>These words of your library are near:</source>
        <translation>Diese Wörter Ihrer Bibliothek sind ähnlich:</translation>
    </message>
    <message>
        <source>Fewer words, or other ones, may find it. Esc shows the library again.</source>
        <translation>Vielleicht hilft es mit weniger oder anderen Wörtern. Esc zeigt wieder die Bibliothek.</translation>
    </message>
    <message>
        <source>Nobody says “{0}”.</source>
        <translation>Niemand sagt „{0}“.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing in your %n episode(s) has “{0}”.</source>
        <translation>
            <numerusform>Nichts in Ihrer Folge enthält „{0}“.</numerusform>
            <numerusform>Nichts in Ihren %n Folgen enthält „{0}“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for {0}</source>
        <translation>Nach {0} suchen</translation>
    </message>
    <message>
        <source>Search for “{0}”, which is said</source>
        <translation>Nach „{0}“ suchen, das gesagt wird</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>Gesprochen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Search words, notes and titles</source>
        <translation>Gesprochenes, Notizen und Titel durchsuchen</translation>
    </message>
    <message>
        <source>Search what is said</source>
        <translation>Gesprochenes durchsuchen</translation>
    </message>
    <message>
        <source>Search what you kept and wrote</source>
        <translation>Durchsuchen, was Sie festgehalten und geschrieben haben</translation>
    </message>
    <message>
        <source>Search titles and shows</source>
        <translation>Titel und Sendungen durchsuchen</translation>
    </message>
    <message>
        <source>There is no word to look for yet.</source>
        <translation>Noch gibt es kein Wort, das gesucht werden kann.</translation>
    </message>
    <message>
        <source>“{0}” is not found by itself.</source>
        <translation>„{0}“ wird für sich allein nicht gefunden.</translation>
    </message>
    <message>
        <source>Go on typing: a word, a number, or a name.</source>
        <translation>Tippen Sie weiter: ein Wort, eine Zahl oder einen Namen.</translation>
    </message>
    <message>
        <source>Signs are found beside letters or numbers, as in C++.</source>
        <translation>Zeichen werden neben Buchstaben oder Zahlen gefunden, wie in C++.</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Not in the text</source>
        <translation>Nicht im Text</translation>
    </message>
    <message>
        <source>Position: {0} of {1}</source>
        <translation>Stelle: {0} von {1}</translation>
    </message>
    <message>
        <source>Position: no recording</source>
        <translation>Stelle: keine Aufnahme</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Colour {number}</source>
        <translation>Farbe {number}</translation>
    </message>
    <message>
        <source>Highlight: {name}</source>
        <translation>Markieren: {name}</translation>
    </message>
    <message>
        <source>Keep the selection</source>
        <translation>Auswahl festhalten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmark (B)</source>
        <translation>Lesezeichen (B)</translation>
    </message>
    <message>
        <source>Write a note (N)</source>
        <translation>Eine Notiz schreiben (N)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Put misheard words right (C)</source>
        <translation>Falsch gehörte Worte berichtigen (C)</translation>
    </message>
</context>
<context>
    <name>ShelfBody</name>
    <message>
        <source>Continue</source>
        <translation>Weiterhören</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>All Episodes</source>
        <translation>Alle Folgen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>Last heard first</source>
        <translation>Zuletzt gehörte zuerst</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
    <message>
        <source>Place in the library</source>
        <translation>Ort in der Bibliothek</translation>
    </message>
    <message>
        <source>All episodes, a show or a folder</source>
        <translation>Alle Folgen, eine Sendung oder ein Ordner</translation>
    </message>
    <message>
        <source>Which episodes</source>
        <translation>Welche Folgen</translation>
    </message>
    <message>
        <source>Show only some of the episodes</source>
        <translation>Nur einige der Folgen zeigen</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>Als Liste</translation>
    </message>
    <message>
        <source>Show the episodes as a list</source>
        <translation>Die Folgen als Liste zeigen</translation>
    </message>
    <message>
        <source>As covers</source>
        <translation>Als Cover</translation>
    </message>
    <message>
        <source>Show the episodes under their covers</source>
        <translation>Die Folgen unter ihren Covern zeigen</translation>
    </message>
    <message>
        <source>Their words cannot be read or found. Put a transcript (VTT, SRT, TTML, JSON…) of the same name beside the recording, or choose one. Many podcasts offer it for download; programs such as whisper.cpp write one.</source>
        <translation>Ihre Worte kann man weder lesen noch finden. Legen Sie ein Transkript (VTT, SRT, TTML, JSON …) mit demselben Namen neben die Aufnahme, oder wählen Sie eines. Viele Podcasts bieten es zum Herunterladen an; Programme wie whisper.cpp schreiben eines.</translation>
    </message>
    <message>
        <source>No episode here is like that.</source>
        <translation>So ist hier keine Folge.</translation>
    </message>
    <message>
        <source>No recording and no transcript was found in “{0}” yet.</source>
        <translation>In „{0}“ wurde noch keine Aufnahme und kein Transkript gefunden.</translation>
    </message>
    <message>
        <source>No recording and no transcript was found in your folders yet.</source>
        <translation>In Ihren Ordnern wurde noch keine Aufnahme und kein Transkript gefunden.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Mit Notizen</translation>
    </message>
    <message>
        <source>Without transcript</source>
        <translation>Ohne Transkript</translation>
    </message>
    <message>
        <source>Show all episodes</source>
        <translation>Alle Folgen zeigen</translation>
    </message>
    <message>
        <source>Show what you have not begun</source>
        <translation>Zeigen, was Sie noch nicht begonnen haben</translation>
    </message>
    <message>
        <source>Show what you have begun and not finished</source>
        <translation>Zeigen, was Sie begonnen und nicht beendet haben</translation>
    </message>
    <message>
        <source>Show what you heard to its end</source>
        <translation>Zeigen, was Sie bis zum Ende gehört haben</translation>
    </message>
    <message>
        <source>Show where you kept something</source>
        <translation>Zeigen, wo Sie etwas festgehalten haben</translation>
    </message>
    <message>
        <source>Show what has no words to read</source>
        <translation>Zeigen, wozu es nichts zu lesen gibt</translation>
    </message>
    <message>
        <source>Reading your folders: what is found comes here.</source>
        <translation>Ihre Ordner werden eingelesen: Was gefunden wird, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>ShelfController</name>
    <message>
        <source>“{0}” lies in “{1}”, which is not connected.</source>
        <translation>„{0}“ liegt in „{1}“, und das ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ShelfList</name>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>No transcript</source>
        <translation>Kein Transkript</translation>
    </message>
    <message>
        <source>on “{0}”</source>
        <translation>auf „{0}“</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Recording not found</source>
        <translation>Aufnahme nicht gefunden</translation>
    </message>
    <message>
        <source>Transcript not found</source>
        <translation>Transkript nicht gefunden</translation>
    </message>
    <message>
        <source>Files not found</source>
        <translation>Dateien nicht gefunden</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>SpeedPopup</name>
    <message>
        <source>Speed {0}</source>
        <translation>Tempo {0}</translation>
    </message>
</context>
<context>
    <name>StudyController</name>
    <message>
        <source>Paused after the line. Space goes on.</source>
        <translation>Nach der Zeile angehalten. Die Leertaste geht weiter.</translation>
    </message>
    <message>
        <source>Never Pause</source>
        <translation>Nie anhalten</translation>
    </message>
</context>
<context>
    <name>SyncCard</name>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>From here the text runs {0} later</source>
        <translation>Ab hier läuft der Text {0} später</translation>
    </message>
    <message>
        <source>From here the text runs {0} earlier</source>
        <translation>Ab hier läuft der Text {0} früher</translation>
    </message>
    <message>
        <source>The text runs {0} later</source>
        <translation>Der Text läuft {0} später</translation>
    </message>
    <message>
        <source>The text runs {0} earlier</source>
        <translation>Der Text läuft {0} früher</translation>
    </message>
    <message>
        <source>Was the text before it wrong as well?</source>
        <translation>War auch der Text davor verschoben?</translation>
    </message>
    <message>
        <source>Is there something here that the text does not have?</source>
        <translation>Ist hier etwas zu hören, das der Text nicht hat?</translation>
    </message>
    <message>
        <source>Is a part of the text missing here?</source>
        <translation>Fehlt hier ein Teil des Textes?</translation>
    </message>
    <message>
        <source>Move All</source>
        <translation>Alles verschieben</translation>
    </message>
    <message>
        <source>Set a Break</source>
        <translation>Unterbrechung setzen</translation>
    </message>
    <message>
        <source>Set at {0}, less {1} to react</source>
        <translation>Gesetzt bei {0}, abzüglich {1} Reaktionszeit</translation>
    </message>
    <message>
        <source>Set at {0}</source>
        <translation>Gesetzt bei {0}</translation>
    </message>
    <message>
        <source>The text was moved</source>
        <translation>Der Text wurde verschoben</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>Rücken</translation>
    </message>
    <message>
        <source>{0} later</source>
        <translation>{0} später</translation>
    </message>
    <message>
        <source>{0} earlier</source>
        <translation>{0} früher</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close; the text stays as it is now (Esc)</source>
        <translation>Schließen; der Text bleibt, wie er jetzt ist (Esc)</translation>
    </message>
    <message>
        <source>You set this line to {0}.</source>
        <translation>Sie haben diese Zeile auf {0} gelegt.</translation>
    </message>
    <message>
        <source>Hear, move or remove it (Click)</source>
        <translation>Anhören, verschieben oder entfernen (Klick)</translation>
    </message>
</context>
<context>
    <name>SyncController</name>
    <message>
        <source>This Line Is Spoken Now</source>
        <translation>Diese Zeile wird jetzt gesprochen</translation>
    </message>
    <message>
        <source>This line has no time of its own that could be moved.</source>
        <translation>Diese Zeile hat keine eigene Zeit, die sich verschieben ließe.</translation>
    </message>
    <message>
        <source>One of the files could not be read again, so nothing was moved.</source>
        <translation>Eine der Dateien ließ sich nicht erneut lesen, daher wurde nichts verschoben.</translation>
    </message>
    <message>
        <source>&amp;Hear It</source>
        <translation>An&amp;hören</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>&amp;Verschieben …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>SyncDialog</name>
    <message>
        <source>&amp;Remove All</source>
        <translation>&amp;Alle entfernen</translation>
    </message>
    <message>
        <source>Points and Breaks</source>
        <translation>Punkte und Unterbrechungen</translation>
    </message>
    <message>
        <source>The text fits the recording as it is.

Where it does not: while you listen, point at the line that you hear and press Ctrl+T.</source>
        <translation>Der Text passt zur Aufnahme, wie er ist.

Wo nicht: Zeigen Sie beim Hören auf die Zeile, die Sie hören, und drücken Sie Strg+T.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Sound comes &amp;late by</source>
        <translation>&amp;Ton kommt verspätet um</translation>
    </message>
    <message>
        <source>For all episodes; Bluetooth often takes 100 to 300 ms.</source>
        <translation>Für alle Folgen; Bluetooth braucht oft 100 bis 300 ms.</translation>
    </message>
    <message>
        <source>Hear {0}</source>
        <translation>{0} anhören</translation>
    </message>
    <message>
        <source>{0}: earlier</source>
        <translation>{0}: früher</translation>
    </message>
    <message>
        <source>{0}: later</source>
        <translation>{0}: später</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>{0} that the text does not have, from {1} to {2}</source>
        <translation>{0}, die der Text nicht hat, von {1} bis {2}</translation>
    </message>
    <message>
        <source>{0} of the text are not in the recording</source>
        <translation>{0} des Textes sind nicht in der Aufnahme</translation>
    </message>
    <message>
        <source>Lines and words have the times at which they were heard.</source>
        <translation>Zeilen und Wörter haben die Zeiten, zu denen sie gehört wurden.</translation>
    </message>
    <message>
        <source>{0}; found in the sound</source>
        <translation>{0}; im Ton gefunden</translation>
    </message>
</context>
<context>
    <name>TalkController</name>
    <message>
        <source>This voice has no other turn there.</source>
        <translation>Diese Stimme hat dort keine andere Stelle.</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>voices without a name</source>
        <translation>Stimmen ohne Namen</translation>
    </message>
    <message>
        <source>Playing only {0}.</source>
        <translation>Nur {0} wird abgespielt.</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Bild sichern</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The picture is saved as “{0}”.</source>
        <translation>Das Bild ist als „{0}“ gesichert.</translation>
    </message>
    <message>
        <source>Only {0} is shown.</source>
        <translation>Nur {0} wird gezeigt.</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Alles zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) of others</source>
        <translation>
            <numerusform>%n Stelle anderer</numerusform>
            <numerusform>%n Stellen anderer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalkLanes</name>
    <message>
        <source>Who speaks when: {0}</source>
        <translation>Wer spricht wann: {0}</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>{0}, a guess</source>
        <translation>{0}, vermutet</translation>
    </message>
    <message>
        <source>{0}: {1} to {2}</source>
        <translation>{0}: {1} bis {2}</translation>
    </message>
</context>
<context>
    <name>TalkStrip</name>
    <message>
        <source>Who speaks when</source>
        <translation>Wer spricht wann</translation>
    </message>
    <message>
        <source>This text has no times.</source>
        <translation>Dieser Text hat keine Zeiten.</translation>
    </message>
    <message>
        <source>Nobody is named yet. Click a dash in the text, or press V.</source>
        <translation>Noch ist niemand benannt. Klicken Sie im Text auf einen Strich oder drücken Sie V.</translation>
    </message>
    <message>
        <source>Filled: sure. Outlined: a guess, since the file only marks a change; notes and exports leave it out.</source>
        <translation>Gefüllt: sicher. Umrandet: vermutet, weil die Datei nur den Wechsel angibt; Notizen und Exporte lassen es weg.</translation>
    </message>
    <message>
        <source>Confirm All</source>
        <translation>Alle bestätigen</translation>
    </message>
    <message>
        <source>All guesses are right</source>
        <translation>Alle Vermutungen stimmen</translation>
    </message>
    <message>
        <source>Save Picture…</source>
        <translation>Bild sichern…</translation>
    </message>
    <message>
        <source>Save this as SVG or PNG</source>
        <translation>Sichert dies als SVG oder PNG</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Shift+V)</source>
        <translation>Schließen (Umschalt+V)</translation>
    </message>
    <message>
        <source>Guesses…</source>
        <translation>Vermutungen …</translation>
    </message>
    <message>
        <source>Hear and confirm them one by one</source>
        <translation>Einzeln anhören und bestätigen</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Just kept</source>
        <translation>Eben festgehalten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>One sentence shorter</source>
        <translation>Einen Satz kürzer</translation>
    </message>
    <message>
        <source>One sentence longer</source>
        <translation>Einen Satz länger</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z)</source>
        <translation>Noch einmal tun (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Write a note on it (N)</source>
        <translation>Eine Notiz dazu schreiben (N)</translation>
    </message>
    <message>
        <source>One sentence shorter ([)</source>
        <translation>Einen Satz kürzer ([)</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>One sentence longer (])</source>
        <translation>Einen Satz länger (])</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Close; it stays kept (Esc)</source>
        <translation>Schließen; es bleibt festgehalten (Esc)</translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>{kind}: show it in the notes (Click)</source>
        <translation>{kind}: in den Notizen zeigen (Klick)</translation>
    </message>
    <message>
        <source>Play from %s</source>
        <translation>Abspielen ab %s</translation>
    </message>
    <message>
        <source>Who says this? (Click or V)</source>
        <translation>Wer sagt das? (Klick oder V)</translation>
    </message>
    <message>
        <source>A guess: {0}</source>
        <translation>Vermutet: {0}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>This desktop has no tray for an icon. Earmark&apos;s media keys work.</source>
        <translation>Diese Arbeitsumgebung hat keinen Platz für ein Symbol. Die Medientasten wirken trotzdem.</translation>
    </message>
    <message>
        <source>&amp;Show Earmark</source>
        <translation>Earmark &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>TrialCard</name>
    <message>
        <source>Space goes on</source>
        <translation>Leertaste: weiter</translation>
    </message>
    <message>
        <source>Press {0}: {1} Space goes on.</source>
        <translation>Drücken Sie {0}: {1} Die Leertaste geht weiter.</translation>
    </message>
    <message>
        <source>The tour waits for you</source>
        <translation>Die Führung wartet auf Sie</translation>
    </message>
    <message>
        <source>Hear on without trying it (Space)</source>
        <translation>Weiterhören, ohne es zu versuchen (Leertaste)</translation>
    </message>
</context>
<context>
    <name>TrialController</name>
    <message>
        <source>Keep what was just said.</source>
        <translation>Festhalten, was eben gesagt wurde.</translation>
    </message>
    <message>
        <source>Keep it, then give it a colour.</source>
        <translation>Festhalten, dann eine Farbe geben.</translation>
    </message>
    <message>
        <source>Keep it, and write on it.</source>
        <translation>Festhalten und etwas dazu schreiben.</translation>
    </message>
    <message>
        <source>See what you kept.</source>
        <translation>Ansehen, was Sie festgehalten haben.</translation>
    </message>
    <message>
        <source>Take it with you.</source>
        <translation>Alles mitnehmen.</translation>
    </message>
    <message>
        <source>Press it, and the voice and the page begin.</source>
        <translation>Diese Taste drücken: Stimme und Seite beginnen.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Zurücknehmen (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>UnplacedTray</name>
    <message>
        <source>&amp;Accept</source>
        <translation>Ann&amp;ehmen</translation>
    </message>
    <message>
        <source>P&amp;lace Here</source>
        <translation>Hierhin &amp;setzen</translation>
    </message>
    <message>
        <source>Leave &amp;It</source>
        <translation>&amp;Lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n without a place here</source>
        <translation>
            <numerusform>%n hier ohne Stelle</numerusform>
            <numerusform>%n hier ohne Stelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>Ohne Stelle</translation>
    </message>
    <message>
        <source>What you kept with another text and is not found in this one (Space)</source>
        <translation>Was Sie mit einem anderen Text festgehalten haben und in diesem nicht zu finden ist (Leertaste)</translation>
    </message>
    <message>
        <source>It belongs there: mark it there (Alt+A)</source>
        <translation>Es gehört dorthin: dort markieren (Alt+A)</translation>
    </message>
    <message>
        <source>First select the right words in the transcript, then press this (Alt+P)</source>
        <translation>Wählen Sie zuerst die richtigen Wörter im Transkript aus, dann dies (Alt+H)</translation>
    </message>
    <message>
        <source>It stays kept without a place; show the next (Alt+I)</source>
        <translation>Es bleibt ohne Stelle erhalten; das nächste zeigen (Alt+L)</translation>
    </message>
    <message>
        <source>Perhaps here, where it says:</source>
        <translation>Vielleicht hier, wo es heißt:</translation>
    </message>
    <message>
        <source>Nothing like it was found. Select the right words, then Place Here.</source>
        <translation>Nichts Ähnliches wurde gefunden. Wählen Sie die richtigen Wörter aus, dann „Hier einsetzen“.</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not Saved</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>Some of what you kept is not saved yet. Closing now would lose it.</source>
        <translation>Ein Teil des Festgehaltenen ist noch nicht gesichert. Wenn Sie jetzt schließen, geht er verloren.</translation>
    </message>
    <message>
        <source>&amp;Lose Them and Close</source>
        <translation>&amp;Verwerfen und schließen</translation>
    </message>
    <message>
        <source>Close all the same (Alt+L)</source>
        <translation>Trotzdem schließen (Alt+V)</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Save them now (Alt+T)</source>
        <translation>Jetzt sichern (Alt+E)</translation>
    </message>
    <message>
        <source>Use Another &amp;Place…</source>
        <translation>Anderen &amp;Ort verwenden …</translation>
    </message>
    <message>
        <source>Keep the library in another folder (Alt+P)</source>
        <translation>Die Bibliothek in einem anderen Ordner führen (Alt+O)</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Go back to the window (Esc)</source>
        <translation>Zurück zum Fenster (Esc)</translation>
    </message>
</context>
<context>
    <name>ViewController</name>
    <message>
        <source>Notes and places</source>
        <translation>Notizen und Stellen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>VoicesController</name>
    <message>
        <source>&amp;Who Says This…</source>
        <translation>&amp;Wer sagt das…</translation>
    </message>
    <message>
        <source>The text could not be read again, so nobody was named.</source>
        <translation>Der Text konnte nicht noch einmal gelesen werden, daher wurde niemand benannt.</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>ab {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” are one voice now.</source>
        <translation>„{0}“ und „{1}“ sind jetzt eine Stimme.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>There is no guess to confirm.</source>
        <translation>Es gibt keine Vermutung zu bestätigen.</translation>
    </message>
    <message>
        <source>All voices are as the file says.</source>
        <translation>Alle Stimmen sind wie in der Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) named in another transcript found no place in this one. They wait for one that has them.</source>
        <translation>
            <numerusform>%n benannte Stelle eines anderen Transkripts ist in diesem nicht zu finden. Sie wartet auf eines, das sie enthält.</numerusform>
            <numerusform>%n benannte Stellen eines anderen Transkripts sind in diesem nicht zu finden. Sie warten auf eines, das sie enthält.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) name another voice than the text now, or none.</source>
        <translation>
            <numerusform>%n Notiz nennt eine andere Stimme als jetzt der Text oder keine.</numerusform>
            <numerusform>%n Notizen nennen eine andere Stimme als jetzt der Text oder keine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take Voices</source>
        <translation>Stimmen übernehmen</translation>
    </message>
    <message>
        <source>All notes name the voices of the text.</source>
        <translation>Alle Notizen nennen die Stimmen des Textes.</translation>
    </message>
</context>
<context>
    <name>_WithoutTranscript</name>
    <message>
        <source>Choose Transcript…</source>
        <translation>Transkript wählen …</translation>
    </message>
    <message>
        <source>Choose the text of this recording (Ctrl+Shift+T)</source>
        <translation>Den Text dieser Aufnahme wählen (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>“{0}” has no transcript beside it.
It plays all the same.</source>
        <translation>Neben „{0}“ liegt kein Transkript.
Abspielen lässt es sich trotzdem.</translation>
    </message>
    <message>
        <source>There are no words in “{0}”.
Perhaps another file has the text.</source>
        <translation>In „{0}“ stehen keine Worte.
Vielleicht hat eine andere Datei den Text.</translation>
    </message>
</context>
<context>
    <name>note_keys</name>
    <message>
        <source>One Sentence Longer</source>
        <translation>Einen Satz länger</translation>
    </message>
    <message>
        <source>One Sentence Shorter</source>
        <translation>Einen Satz kürzer</translation>
    </message>
    <message>
        <source>Start a Sentence Earlier</source>
        <translation>Einen Satz früher beginnen</translation>
    </message>
    <message>
        <source>Start a Sentence Later</source>
        <translation>Einen Satz später beginnen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play All That Are Listed</source>
        <translation>Alle in der Liste abspielen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy Links</source>
        <translation>Links kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save Audio Clips</source>
        <translation>Tonausschnitte sichern</translation>
    </message>
    <message>
        <source>Quote Card</source>
        <translation>Zitatkarte</translation>
    </message>
    <message>
        <source>Mark as Looked At</source>
        <translation>Als angesehen markieren</translation>
    </message>
    <message>
        <source>Merge, One With the Next</source>
        <translation>Vereinen, eine mit der nächsten</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Move to Selected Words</source>
        <translation>Auf die ausgewählten Wörter verschieben</translation>
    </message>
    <message>
        <source>Do Not Keep It</source>
        <translation>Nicht festhalten</translation>
    </message>
    <message>
        <source>Write a Note on It</source>
        <translation>Eine Notiz dazu schreiben</translation>
    </message>
    <message>
        <source>Close; It Stays Kept</source>
        <translation>Schließen; es bleibt festgehalten</translation>
    </message>
    <message>
        <source>Bookmark, Without Colour</source>
        <translation>Lesezeichen, ohne Farbe</translation>
    </message>
    <message>
        <source>First Colour</source>
        <translation>Erste Farbe</translation>
    </message>
    <message>
        <source>Second Colour</source>
        <translation>Zweite Farbe</translation>
    </message>
    <message>
        <source>Third Colour</source>
        <translation>Dritte Farbe</translation>
    </message>
    <message>
        <source>Fourth Colour</source>
        <translation>Vierte Farbe</translation>
    </message>
    <message>
        <source>Fifth Colour</source>
        <translation>Fünfte Farbe</translation>
    </message>
    <message>
        <source>Write a Note; Saved, It Is No Longer New</source>
        <translation>Notiz schreiben; gespeichert ist sie nicht mehr neu</translation>
    </message>
</context>
<context>
    <name>reader</name>
    <message>
        <source>Text with times</source>
        <translation>Text mit Zeiten</translation>
    </message>
    <message>
        <source>Text with voices</source>
        <translation>Text mit Stimmen</translation>
    </message>
    <message>
        <source>This transcript has no times, and {format} cannot be without them.</source>
        <translation>Dieses Transkript hat keine Zeiten, und {format} kommt nicht ohne sie aus.</translation>
    </message>
    <message>
        <source>{file} cannot be written: there is no folder {folder}.</source>
        <translation>{file} kann nicht geschrieben werden: Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{file} is a device, not a file.</source>
        <translation>{file} ist ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>WebVTT, SubRip, whisper.cpp text, JSON or TTML</source>
        <translation>WebVTT, SubRip, whisper.cpp-Text, JSON oder TTML</translation>
    </message>
    <message>
        <source>{file} holds no transcript that can be read. Expected {expected}; it holds only blank lines.</source>
        <translation>{file} enthält kein lesbares Transkript. Erwartet wird {expected}; die Datei enthält nur leere Zeilen.</translation>
    </message>
    <message>
        <source>timed XML</source>
        <translation>XML mit Zeiten</translation>
    </message>
    <message>
        <source>whisper.cpp text</source>
        <translation>whisper.cpp-Text</translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation>Audacity-Marken</translation>
    </message>
    <message>
        <source>text with times</source>
        <translation>Text mit Zeiten</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>text with times, as in {formats}</source>
        <translation>Text mit Zeiten, wie in {formats}</translation>
    </message>
    <message>
        <source>{file} holds no transcript that can be read. Expected {expected}; it begins with “{beginning}”.</source>
        <translation>{file} enthält kein lesbares Transkript. Erwartet wird {expected}; die Datei beginnt mit „{beginning}“.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} ist leer.</translation>
    </message>
    <message>
        <source>There is no format called {name}; choose {choices}.</source>
        <translation>Es gibt kein Format namens {name}; wählen Sie {choices}.</translation>
    </message>
    <message>
        <source>{file} is {kind}, not a transcript.</source>
        <translation>{file} ist {kind}, kein Transkript.</translation>
    </message>
    <message>
        <source>{file} is too large for a transcript: {size} MB, at most {most} MB can be opened.</source>
        <translation>{file} ist zu groß für ein Transkript: {size} MB, höchstens {most} MB lassen sich öffnen.</translation>
    </message>
    <message>
        <source>{file} cannot be read as {encoding}: no such encoding.</source>
        <translation>{file} kann nicht als {encoding} gelesen werden: Diese Zeichenkodierung gibt es nicht.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a transcript.</source>
        <translation>{file} ist ein Ordner, kein Transkript.</translation>
    </message>
    <message>
        <source>{file} is a pipe or a device, not a file.</source>
        <translation>{file} ist eine Pipe oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>{file} was not found; was it moved or renamed?</source>
        <translation>{file} wurde nicht gefunden; wurde die Datei verschoben oder umbenannt?</translation>
    </message>
    <message>
        <source>{file} may not be read: permission denied.</source>
        <translation>{file} darf nicht gelesen werden: Zugriff verweigert.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>no label in this line</source>
        <translation>keine Marke in dieser Zeile</translation>
    </message>
    <message>
        <source>Unicode ({name})</source>
        <translation>Unicode ({name})</translation>
    </message>
    <message>
        <source>Western European ({name})</source>
        <translation>Westeuropäisch ({name})</translation>
    </message>
    <message>
        <source>Central European ({name})</source>
        <translation>Mitteleuropäisch ({name})</translation>
    </message>
    <message>
        <source>Cyrillic ({name})</source>
        <translation>Kyrillisch ({name})</translation>
    </message>
    <message>
        <source>Greek ({name})</source>
        <translation>Griechisch ({name})</translation>
    </message>
    <message>
        <source>Turkish ({name})</source>
        <translation>Türkisch ({name})</translation>
    </message>
    <message>
        <source>Hebrew ({name})</source>
        <translation>Hebräisch ({name})</translation>
    </message>
    <message>
        <source>Arabic ({name})</source>
        <translation>Arabisch ({name})</translation>
    </message>
    <message>
        <source>Baltic ({name})</source>
        <translation>Baltisch ({name})</translation>
    </message>
    <message>
        <source>Vietnamese ({name})</source>
        <translation>Vietnamesisch ({name})</translation>
    </message>
    <message>
        <source>Thai ({name})</source>
        <translation>Thailändisch ({name})</translation>
    </message>
    <message>
        <source>Japanese ({name})</source>
        <translation>Japanisch ({name})</translation>
    </message>
    <message>
        <source>Chinese, simplified ({name})</source>
        <translation>Chinesisch, vereinfacht ({name})</translation>
    </message>
    <message>
        <source>Chinese, traditional ({name})</source>
        <translation>Chinesisch, traditionell ({name})</translation>
    </message>
    <message>
        <source>Korean ({name})</source>
        <translation>Koreanisch ({name})</translation>
    </message>
    <message>
        <source>{file} is too large for a transcript of Earmark.</source>
        <translation>{file} ist zu groß für ein Transkript von Earmark.</translation>
    </message>
    <message>
        <source>{file} was written by a later Earmark; this one reads version {version}.</source>
        <translation>{file} wurde von einem neueren Earmark geschrieben; dieses liest Version {version}.</translation>
    </message>
    <message>
        <source>{file} is damaged at line {line}: {reason}.</source>
        <translation>{file} ist in Zeile {line} beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not JSON that can be read.</source>
        <translation>{file} ist kein lesbares JSON.</translation>
    </message>
    <message>
        <source>cue {number} cannot be read</source>
        <translation>Abschnitt {number} ist nicht lesbar</translation>
    </message>
    <message>
        <source>{file} is too large a page for a transcript.</source>
        <translation>{file} ist als Seite zu groß für ein Transkript.</translation>
    </message>
    <message>
        <source>a name without text</source>
        <translation>ein Name ohne Text</translation>
    </message>
    <message>
        <source>a time that cannot be read</source>
        <translation>eine unlesbare Zeit</translation>
    </message>
    <message>
        <source>a time without text</source>
        <translation>eine Zeit ohne Text</translation>
    </message>
    <message>
        <source>{file} has more tags than a transcript can.</source>
        <translation>{file} hat mehr Tags, als ein Transkript haben kann.</translation>
    </message>
    <message>
        <source>words in place of a time</source>
        <translation>Wörter anstelle einer Zeit</translation>
    </message>
    <message>
        <source>{file} holds more JSON than a transcript can.</source>
        <translation>{file} enthält mehr JSON, als ein Transkript haben kann.</translation>
    </message>
    <message>
        <source>{file} is nested too deeply for a transcript.</source>
        <translation>{file} ist für ein Transkript zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>damaged JSON after the segments</source>
        <translation>beschädigtes JSON nach den Abschnitten</translation>
    </message>
    <message>
        <source>damaged JSON ({reason}), not read from here</source>
        <translation>beschädigtes JSON ({reason}), ab hier nicht gelesen</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>no text in this segment</source>
        <translation>kein Text in diesem Abschnitt</translation>
    </message>
    <message>
        <source>no segment</source>
        <translation>kein Abschnitt</translation>
    </message>
    <message>
        <source>{file} is damaged JSON at line {line}, column {column} ({reason}), and holds no segment before that.</source>
        <translation>{file} ist in Zeile {line}, Spalte {column} beschädigtes JSON ({reason}) und enthält davor keinen Abschnitt.</translation>
    </message>
    <message>
        <source>the unit of the times is not certain</source>
        <translation>die Einheit der Zeiten ist nicht sicher</translation>
    </message>
    <message>
        <source>times that cannot be read</source>
        <translation>unlesbare Zeiten</translation>
    </message>
    <message>
        <source>text beside the segments</source>
        <translation>Text neben den Abschnitten</translation>
    </message>
    <message>
        <source>too many times for one line: only the first is used</source>
        <translation>zu viele Zeiten für eine Zeile: nur die erste gilt</translation>
    </message>
    <message>
        <source>text before the first time</source>
        <translation>Text vor der ersten Zeit</translation>
    </message>
    <message>
        <source>no times: added to the line before</source>
        <translation>keine Zeiten: der Zeile davor zugeschlagen</translation>
    </message>
    <message>
        <source>{file} is damaged JSON (line {line}): {reason}.</source>
        <translation>{file} ist beschädigtes JSON (Zeile {line}): {reason}.</translation>
    </message>
    <message>
        <source>a blank line inside the text</source>
        <translation>eine Leerzeile im Text</translation>
    </message>
    <message>
        <source>text in the line of its times</source>
        <translation>Text in der Zeile mit den Zeiten</translation>
    </message>
    <message>
        <source>an MP3 recording</source>
        <translation>eine MP3-Aufnahme</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a compressed archive</source>
        <translation>ein gepacktes Archiv</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>ein Office-Dokument</translation>
    </message>
    <message>
        <source>an Ogg recording</source>
        <translation>eine Ogg-Aufnahme</translation>
    </message>
    <message>
        <source>a FLAC recording</source>
        <translation>eine FLAC-Aufnahme</translation>
    </message>
    <message>
        <source>a Matroska or WebM recording</source>
        <translation>eine Matroska- oder WebM-Aufnahme</translation>
    </message>
    <message>
        <source>an AMR recording</source>
        <translation>eine AMR-Aufnahme</translation>
    </message>
    <message>
        <source>a WavPack recording</source>
        <translation>eine WavPack-Aufnahme</translation>
    </message>
    <message>
        <source>a Monkey&apos;s Audio recording</source>
        <translation>eine Monkey’s-Audio-Aufnahme</translation>
    </message>
    <message>
        <source>a CAF recording</source>
        <translation>eine CAF-Aufnahme</translation>
    </message>
    <message>
        <source>a MIDI file</source>
        <translation>eine MIDI-Datei</translation>
    </message>
    <message>
        <source>an AU recording</source>
        <translation>eine AU-Aufnahme</translation>
    </message>
    <message>
        <source>a DSD recording</source>
        <translation>eine DSD-Aufnahme</translation>
    </message>
    <message>
        <source>a Windows Media recording</source>
        <translation>eine Windows-Media-Aufnahme</translation>
    </message>
    <message>
        <source>a RealMedia recording</source>
        <translation>eine RealMedia-Aufnahme</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder Office-Dokument</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>ein leeres ZIP-Archiv</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a WAV recording</source>
        <translation>eine WAV-Aufnahme</translation>
    </message>
    <message>
        <source>an AIFF recording</source>
        <translation>eine AIFF-Aufnahme</translation>
    </message>
    <message>
        <source>an M4A recording</source>
        <translation>eine M4A-Aufnahme</translation>
    </message>
    <message>
        <source>an M4B recording</source>
        <translation>eine M4B-Aufnahme</translation>
    </message>
    <message>
        <source>an MP4 recording</source>
        <translation>eine MP4-Aufnahme</translation>
    </message>
    <message>
        <source>an AAC recording</source>
        <translation>eine AAC-Aufnahme</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>{file} has more than {most} lines; that is not a transcript.</source>
        <translation>{file} hat mehr als {most} Zeilen; das ist kein Transkript.</translation>
    </message>
    <message>
        <source>{file} has a line (line {line}) of more than {most} characters; that is not a transcript.</source>
        <translation>{file} hat eine Zeile (Zeile {line}) von mehr als {most} Zeichen; das ist kein Transkript.</translation>
    </message>
    <message>
        <source>attached files, not text</source>
        <translation>angehängte Dateien, kein Text</translation>
    </message>
    <message>
        <source>a drawing, not text</source>
        <translation>eine Zeichnung, kein Text</translation>
    </message>
    <message>
        <source>no dialogue in this line</source>
        <translation>kein Dialog in dieser Zeile</translation>
    </message>
    <message>
        <source>a column that is not shown</source>
        <translation>eine Spalte, die nicht angezeigt wird</translation>
    </message>
    <message>
        <source>an end that cannot be read</source>
        <translation>ein Ende, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>no times and text in this row</source>
        <translation>keine Zeiten und kein Text in dieser Zeile</translation>
    </message>
    <message>
        <source>one time for several turns: shared out by their length</source>
        <translation>eine Zeit für mehrere Redebeiträge: nach deren Länge aufgeteilt</translation>
    </message>
    <message>
        <source>text without times</source>
        <translation>Text ohne Zeiten</translation>
    </message>
    <message>
        <source>a character could not be read</source>
        <translation>ein Zeichen war nicht lesbar</translation>
    </message>
    <message>
        <source>{file} has more than {most} cues (to line {line}); that is not a transcript.</source>
        <translation>{file} hat mehr als {most} Abschnitte (bis Zeile {line}); das ist kein Transkript.</translation>
    </message>
    <message>
        <source>frames counted at {rate} a second: a guess</source>
        <translation>Bilder mit {rate} je Sekunde gezählt: eine Annahme</translation>
    </message>
    <message>
        <source>{file} has a cue (line {line}) of more than {most} characters; that is not a transcript.</source>
        <translation>{file} hat einen Abschnitt (Zeile {line}) von mehr als {most} Zeichen; das ist kein Transkript.</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>To Do</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Liebling</translation>
    </message>
    <message>
        <source>words that only the tier of their times has</source>
        <translation>Wörter, die nur in der Zeile mit ihren Zeiten stehen</translation>
    </message>
    <message>
        <source>text outside of its place</source>
        <translation>Text außerhalb seines Platzes</translation>
    </message>
    <message>
        <source>a sound file of unknown length: later times</source>
        <translation>eine Tondatei unbekannter Länge: spätere Zeiten</translation>
    </message>
    <message>
        <source>a part without an end, not shown</source>
        <translation>ein Teil ohne Ende, nicht gezeigt</translation>
    </message>
    <message>
        <source>{file} has more than {most} words with times (to line {line}); that is not a transcript.</source>
        <translation>{file} hat mehr als {most} Wörter mit Zeiten (bis Zeile {line}); das ist kein Transkript.</translation>
    </message>
    <message>
        <source>starts before the recording</source>
        <translation>beginnt vor der Aufnahme</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>endet, bevor es beginnt</translation>
    </message>
    <message>
        <source>later than any recording ends</source>
        <translation>später als das Ende jeder Aufnahme</translation>
    </message>
    <message>
        <source>no text between these times</source>
        <translation>kein Text zwischen diesen Zeiten</translation>
    </message>
    <message>
        <source>a mark that is not known, not shown</source>
        <translation>eine unbekannte Auszeichnung, nicht angezeigt</translation>
    </message>
    <message>
        <source>{file} has more than {most} faults (to line {line}); that is not a transcript.</source>
        <translation>{file} hat mehr als {most} Fehler (bis Zeile {line}); das ist kein Transkript.</translation>
    </message>
    <message>
        <source>never shown: its time is over before it begins</source>
        <translation>nie zu sehen: seine Zeit ist um, bevor es beginnt</translation>
    </message>
    <message>
        <source>text outside a paragraph</source>
        <translation>Text außerhalb eines Absatzes</translation>
    </message>
    <message>
        <source>a translation or another spelling, not shown</source>
        <translation>eine Übersetzung oder andere Schreibweise, nicht gezeigt</translation>
    </message>
    <message>
        <source>times not as WebVTT writes them</source>
        <translation>Zeiten nicht, wie WebVTT sie schreibt</translation>
    </message>
    <message>
        <source>no cue in this file</source>
        <translation>kein Abschnitt in dieser Datei</translation>
    </message>
    <message>
        <source>more than times in this line</source>
        <translation>mehr als Zeiten in dieser Zeile</translation>
    </message>
    <message>
        <source>a blank line between times and text</source>
        <translation>eine Leerzeile zwischen Zeiten und Text</translation>
    </message>
    <message>
        <source>no closing bracket after the times</source>
        <translation>keine schließende Klammer nach den Zeiten</translation>
    </message>
    <message>
        <source>a message of the program, not speech</source>
        <translation>eine Meldung des Programms, keine Rede</translation>
    </message>
    <message>
        <source>{file} has a tag without an end (line {line}); that is not a transcript.</source>
        <translation>{file} hat ein Tag ohne Ende (Zeile {line}); das ist kein Transkript.</translation>
    </message>
    <message>
        <source>{file} is nested too deeply (line {line}); that is not a transcript.</source>
        <translation>{file} ist zu tief verschachtelt (Zeile {line}); das ist kein Transkript.</translation>
    </message>
    <message>
        <source>{file} has too many elements (line {line}); that is not a transcript.</source>
        <translation>{file} hat zu viele Elemente (Zeile {line}); das ist kein Transkript.</translation>
    </message>
    <message>
        <source>{file} has a text of more than {most} characters (line {line}); that is not a transcript.</source>
        <translation>{file} hat einen Text von mehr als {most} Zeichen (Zeile {line}); das ist kein Transkript.</translation>
    </message>
    <message>
        <source>damaged XML ({reason}), not read from here on</source>
        <translation>beschädigtes XML ({reason}), ab hier nicht gelesen</translation>
    </message>
    <message>
        <source>{file} defines entities of its own (line {line}), which no transcript needs; it was not opened.</source>
        <translation>{file} definiert eigene Entitäten (Zeile {line}), die kein Transkript braucht; die Datei wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Earmark is ending.</source>
        <translation>Earmark wird beendet.</translation>
    </message>
    <message>
        <source>{file} does not say how long its sound file “{part}” is, so that its sound cannot be played as one recording.</source>
        <translation>{file} sagt nicht, wie lang seine Tondatei „{part}“ ist; deshalb kann sein Ton nicht als eine Aufnahme abgespielt werden.</translation>
    </message>
    <message>
        <source>The sound of {file} is in several files. To hear it, install the package earmark-clips, or PyAV with “pip install av”, then start Earmark again.</source>
        <translation>Der Ton von {file} liegt in mehreren Dateien. Um ihn zu hören, installieren Sie das Paket earmark-clips oder PyAV mit „pip install av“ und starten Sie Earmark neu.</translation>
    </message>
    <message>
        <source>The new place could not be remembered: {reason}.</source>
        <translation>Der neue Ort ließ sich nicht merken: {reason}.</translation>
    </message>
    <message>
        <source>“{file}” is a transcript, not a recording.</source>
        <translation>„{file}“ ist ein Transkript, keine Aufnahme.</translation>
    </message>
    <message>
        <source>“{file}” is not a recording.</source>
        <translation>„{file}“ ist keine Aufnahme.</translation>
    </message>
    <message>
        <source>“{file}” is damaged or is not a recording: no sound was found in it.</source>
        <translation>„{file}“ ist beschädigt oder keine Aufnahme: Es wurde kein Ton darin gefunden.</translation>
    </message>
    <message>
        <source>“{file}” is a folder, not a recording or a transcript.</source>
        <translation>„{file}“ ist ein Ordner, keine Aufnahme und kein Transkript.</translation>
    </message>
    <message>
        <source>“{file}” is a pipe or a device, not a file.</source>
        <translation>„{file}“ ist eine Pipe oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be read: {reason}.</source>
        <translation>„{file}“ kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>“{file}” was not found; was it moved or renamed?</source>
        <translation>„{file}“ wurde nicht gefunden; wurde die Datei verschoben oder umbenannt?</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>{file} is large.</source>
        <translation>{file} ist groß.</translation>
    </message>
    <message>
        <source>This link does not name a recording.</source>
        <translation>Dieser Link nennt keine Aufnahme.</translation>
    </message>
    <message>
        <source>This link does not name a transcript.</source>
        <translation>Dieser Link nennt kein Transkript.</translation>
    </message>
    <message>
        <source>This link does not say which episode it means.</source>
        <translation>Dieser Link sagt nicht, welche Folge er meint.</translation>
    </message>
    <message>
        <source>This link is too long to be one of Earmark&apos;s.</source>
        <translation>Dieser Link ist zu lang, um einer von Earmark zu sein.</translation>
    </message>
    <message>
        <source>This is not a link of Earmark&apos;s: they begin with {scheme}://open?</source>
        <translation>Das ist kein Link von Earmark: Sie beginnen mit {scheme}://open?</translation>
    </message>
    <message>
        <source>This link says something twice.</source>
        <translation>Dieser Link sagt etwas doppelt.</translation>
    </message>
    <message>
        <source>This link does not contain a valid time.</source>
        <translation>Dieser Link nennt keine Zeit.</translation>
    </message>
    <message>
        <source>The time in this link is later than any recording ends.</source>
        <translation>Die Zeit in diesem Link liegt später als das Ende jeder Aufnahme.</translation>
    </message>
    <message>
        <source>This link cannot be read.</source>
        <translation>Dieser Link ist nicht lesbar.</translation>
    </message>
    <message>
        <source>“{text}” is not a date; write 2024, 2024-05 or 2024-05-31.</source>
        <translation>„{text}“ ist kein Datum; 2024, 2024-05 oder 2024-05-31 geht.</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Citations, APA</source>
        <translation>Quellenangaben, APA</translation>
    </message>
    <message>
        <source>Citations, Chicago</source>
        <translation>Quellenangaben, Chicago</translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV für Excel</translation>
    </message>
    <message>
        <source>CSV for Readwise</source>
        <translation>CSV für Readwise</translation>
    </message>
    <message>
        <source>JSON (W3C Web Annotation)</source>
        <translation>JSON (W3C Web Annotation)</translation>
    </message>
    <message>
        <source>WebVTT of the passages</source>
        <translation>WebVTT der Textstellen</translation>
    </message>
    <message>
        <source>Anki deck</source>
        <translation>Anki-Stapel</translation>
    </message>
    <message>
        <source>{format} holds the times of one recording: choose the notes of one episode.</source>
        <translation>{format} nennt die Zeiten einer einzigen Aufnahme: Wählen Sie die Notizen einer Folge.</translation>
    </message>
    <message>
        <source>“{text}” is not a time: use today, yesterday, 7d, 12h, 2w or 2026-11-20.</source>
        <translation>„{text}“ nennt keine Zeit; möglich sind today, yesterday, 7d, 12h, 2w oder 2026-11-20.</translation>
    </message>
    <message>
        <source>it makes more than {most} characters</source>
        <translation>sie erzeugt mehr als {most} Zeichen</translation>
    </message>
    <message>
        <source>it needs too much memory</source>
        <translation>sie braucht zu viel Speicher</translation>
    </message>
    <message>
        <source>The template {file}: {reason}.</source>
        <translation>Die Vorlage {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is compressed otherwise than the sound before it: they cannot be played as one recording.</source>
        <translation>{file} ist anders komprimiert als der Ton davor: Sie können nicht als eine Aufnahme abgespielt werden.</translation>
    </message>
    <message>
        <source>“{file}” holds several recordings one after the other, of which VLC plays only the first. To hear all of them, save them as one with an audio editor.</source>
        <translation>„{file}“ enthält mehrere Aufnahmen hintereinander; VLC spielt nur die erste. Um alle zu hören, speichern Sie sie mit einem Audioprogramm als eine.</translation>
    </message>
    <message>
        <source>Rename Episode</source>
        <translation>Folge umbenennen</translation>
    </message>
    <message>
        <source>The file is whole; it holds no notes yet.</source>
        <translation>Die Datei ist in Ordnung; sie enthält noch keine Notizen.</translation>
    </message>
    <message>
        <source>{file} cannot be changed: its disk offers no locks, like some network folders.</source>
        <translation>{file} lässt sich nicht ändern: Der Datenträger bietet keine Sperren, wie mancher Netzwerkordner.</translation>
    </message>
    <message>
        <source>This note is not in the library any more.</source>
        <translation>Diese Notiz ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>it ended the process that fills it in</source>
        <translation>sie hat den Prozess beendet, der sie ausfüllt</translation>
    </message>
    <message>
        <source>Audacity 3 project</source>
        <translation>Audacity-3-Projekt</translation>
    </message>
    <message>
        <source>{file} is a damaged Audacity project.</source>
        <translation>{file} ist ein beschädigtes Audacity-Projekt.</translation>
    </message>
    <message>
        <source>The template {file}, line {line}: {reason}.</source>
        <translation>Die Vorlage {file}, Zeile {line}: {reason}.</translation>
    </message>
    <message>
        <source>it is a pipe or a device, not a file</source>
        <translation>sie ist eine Pipe oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>it calls or includes itself without end</source>
        <translation>sie ruft sich endlos selbst auf oder schließt sich endlos ein</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>{file} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {reason}.</source>
        <translation>{folder} lässt sich nicht erzeugen: {reason}.</translation>
    </message>
    <message>
        <source>there is no template {file}</source>
        <translation>es gibt keine Vorlage {file}</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>sie ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>it did not end within {seconds} seconds</source>
        <translation>sie kam nach {seconds} Sekunden nicht zum Ende</translation>
    </message>
    <message>
        <source>another program keeps writing it</source>
        <translation>ein anderes Programm schreibt fortwährend hinein</translation>
    </message>
    <message>
        <source>The Markdown folder “{folder}” cannot be written: {reason}. What you keep stays in the library.</source>
        <translation>Der Markdown-Ordner „{folder}“ kann nicht geschrieben werden: {reason}. Was Sie festhalten, bleibt in der Bibliothek.</translation>
    </message>
    <message>
        <source>the folder is not there</source>
        <translation>der Ordner ist nicht da</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{format} cannot be copied as a text: save it.</source>
        <translation>{format} lässt sich nicht als Text kopieren: Sichern Sie es.</translation>
    </message>
    <message>
        <source>{file} is too large to be a file of notes.</source>
        <translation>{file} ist zu groß für eine Datei mit Notizen.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text.</source>
        <translation>{file} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {fault}</source>
        <translation>{file}, Zeile {line}: {fault}</translation>
    </message>
    <message>
        <source>{file}: {fault}</source>
        <translation>{file}: {fault}</translation>
    </message>
    <message>
        <source>It holds no annotations as the W3C describes them.</source>
        <translation>Die Datei enthält keine Anmerkungen, wie das W3C sie beschreibt.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Die Datei ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is not JSON: {reason}.</source>
        <translation>Die Datei ist kein JSON: {reason}.</translation>
    </message>
    <message>
        <source>It is not JSON that can be read: a number is too long.</source>
        <translation>Die Datei ist kein lesbares JSON: Eine Zahl ist zu lang.</translation>
    </message>
    <message>
        <source>{one} {other}</source>
        <translation>{one} {other}</translation>
    </message>
    <message>
        <source>Qt Multimedia could not be loaded: PySide6-Addons or a sound library is missing.</source>
        <translation>Qt Multimedia konnte nicht geladen werden: PySide6-Addons oder eine Tonbibliothek fehlt.</translation>
    </message>
    <message>
        <source>{file} is damaged or is not a recording.</source>
        <translation>{file} ist beschädigt oder keine Aufnahme.</translation>
    </message>
    <message>
        <source>{file} is no longer there: it was moved, deleted or its disk was taken out.</source>
        <translation>{file} ist nicht mehr da: Die Datei wurde verschoben oder gelöscht, oder der Datenträger wurde entfernt.</translation>
    </message>
    <message>
        <source>{file} holds no sound that can be played.</source>
        <translation>{file} enthält keinen abspielbaren Ton.</translation>
    </message>
    <message>
        <source>VLC could not be loaded. Install VLC from videolan.org or your system&apos;s software store.</source>
        <translation>VLC konnte nicht geladen werden. Installieren Sie VLC von videolan.org oder aus der Softwareverwaltung Ihres Systems.</translation>
    </message>
    <message>
        <source>{file} has become shorter while it was playing.</source>
        <translation>{file} ist während des Abspielens kürzer geworden.</translation>
    </message>
    <message>
        <source>{file} has no sound at {time}.</source>
        <translation>{file} hat bei {time} keinen Ton.</translation>
    </message>
    <message>
        <source>{file} has no sound.</source>
        <translation>{file} hat keinen Ton.</translation>
    </message>
    <message>
        <source>The clip was cancelled.</source>
        <translation>Der Ausschnitt wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{file} exists already.</source>
        <translation>{file} gibt es schon.</translation>
    </message>
    <message>
        <source>Audio clips need PyAV, which is not installed. Install the package earmark-clips, or PyAV with “pip install av”, then start Earmark again.</source>
        <translation>Tonausschnitte brauchen PyAV, das nicht installiert ist. Installieren Sie das Paket earmark-clips oder PyAV mit „pip install av“ und starten Sie Earmark neu.</translation>
    </message>
    <message>
        <source>Reading the recording was cancelled.</source>
        <translation>Das Lesen der Aufnahme wurde abgebrochen.</translation>
    </message>
    <message>
        <source>a pipe or a device, not a file</source>
        <translation>eine Pipe oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>{file} is the library itself.</source>
        <translation>{file} ist die Bibliothek selbst.</translation>
    </message>
    <message>
        <source>{file} is not a library of Earmark.</source>
        <translation>{file} ist keine Bibliothek von Earmark.</translation>
    </message>
    <message>
        <source>Add {notes}</source>
        <translation>{notes} hinzufügen</translation>
    </message>
    <message>
        <source>Delete {notes}</source>
        <translation>{notes} löschen</translation>
    </message>
    <message>
        <source>Merge {notes}</source>
        <translation>{notes} vereinen</translation>
    </message>
    <message>
        <source>Split {notes}</source>
        <translation>{notes} teilen</translation>
    </message>
    <message>
        <source>Move {notes}</source>
        <translation>{notes} verschieben</translation>
    </message>
    <message>
        <source>Lengthen {notes}</source>
        <translation>{notes} verlängern</translation>
    </message>
    <message>
        <source>Shorten {notes}</source>
        <translation>{notes} kürzen</translation>
    </message>
    <message>
        <source>Change to {notes}</source>
        <translation>In {notes} ändern</translation>
    </message>
    <message>
        <source>Keep {notes}</source>
        <translation>{notes} behalten</translation>
    </message>
    <message>
        <source>Change {notes}</source>
        <translation>{notes} ändern</translation>
    </message>
    <message>
        <source>Change Colour</source>
        <translation>Farbe ändern</translation>
    </message>
    <message>
        <source>Rename Colour</source>
        <translation>Farbe umbenennen</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Move Text</source>
        <translation>Text verschieben</translation>
    </message>
    <message>
        <source>Set Break</source>
        <translation>Unterbrechung setzen</translation>
    </message>
    <message>
        <source>Remove Point</source>
        <translation>Punkt entfernen</translation>
    </message>
    <message>
        <source>Reset Sync</source>
        <translation>Abgleich zurücksetzen</translation>
    </message>
    <message>
        <source>Change Tags</source>
        <translation>Schlagwörter ändern</translation>
    </message>
    <message>
        <source>Change Voice</source>
        <translation>Stimme ändern</translation>
    </message>
    <message>
        <source>Take Words From Transcript</source>
        <translation>Wörter aus dem Transkript übernehmen</translation>
    </message>
    <message>
        <source>Import Notes</source>
        <translation>Notizen importieren</translation>
    </message>
    <message>
        <source>Merge Libraries</source>
        <translation>Bibliotheken zusammenführen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>There are rows of {table} that cannot be read: {count}.</source>
        <translation>Zeilen von {table}, die sich nicht lesen lassen: {count}.</translation>
    </message>
    <message>
        <source>There are notes that cannot be read: {count}.</source>
        <translation>Notizen, die sich nicht lesen lassen: {count}.</translation>
    </message>
    <message>
        <source>There are episodes that cannot be read: {count}.</source>
        <translation>Folgen, die sich nicht lesen lassen: {count}.</translation>
    </message>
    <message>
        <source>The file is whole, nothing has lost its place, the search finds what is there.</source>
        <translation>Die Datei ist unversehrt, nichts hat seine Stelle verloren, die Suche findet, was da ist.</translation>
    </message>
    <message>
        <source>Episodes: {episodes}, notes: {notes}, deleted notes: {deleted}.</source>
        <translation>Folgen: {episodes}, Notizen: {notes}, gelöschte Notizen: {deleted}.</translation>
    </message>
    <message>
        <source>The file is damaged: {fault}.</source>
        <translation>Die Datei ist beschädigt: {fault}.</translation>
    </message>
    <message>
        <source>The file is damaged: its schema is not as Earmark made it.</source>
        <translation>Die Datei ist beschädigt: Ihr Schema ist nicht, wie Earmark es angelegt hat.</translation>
    </message>
    <message>
        <source>Quotes with their source</source>
        <translation>Zitate mit Quelle</translation>
    </message>
    <message>
        <source>There is no library at {path} yet.</source>
        <translation>Unter {path} gibt es noch keine Bibliothek.</translation>
    </message>
    <message>
        <source>{file} is damaged, so it was not copied.</source>
        <translation>{file} ist beschädigt und wurde deshalb nicht kopiert.</translation>
    </message>
    <message>
        <source>The library {path}</source>
        <translation>Die Bibliothek {path}</translation>
    </message>
    <message>
        <source>The backup {path}</source>
        <translation>Die Sicherung {path}</translation>
    </message>
    <message>
        <source>The copy {path}</source>
        <translation>Die Kopie {path}</translation>
    </message>
    <message>
        <source>The file {path}</source>
        <translation>Die Datei {path}</translation>
    </message>
    <message>
        <source>The folder {path}</source>
        <translation>Der Ordner {path}</translation>
    </message>
    <message>
        <source>{file} was made by a newer Earmark and is not changed by this one.</source>
        <translation>{file} stammt von einem neueren Earmark und wird von diesem nicht verändert.</translation>
    </message>
    <message>
        <source>{file} is damaged and is left as it is.</source>
        <translation>{file} ist beschädigt und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{file} is damaged: it is empty, though there are copies of it.</source>
        <translation>{file} ist beschädigt: Sie ist leer, obwohl es Kopien von ihr gibt.</translation>
    </message>
    <message>
        <source>{file} is damaged: not all of its log can be read; it is left as it is.</source>
        <translation>{file} ist beschädigt: Ihr Protokoll lässt sich nicht ganz lesen; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{file} is missing, though there are copies of it.</source>
        <translation>{file} fehlt, obwohl es Sicherungen von ihr gibt.</translation>
    </message>
    <message>
        <source>{file} is missing; its log is there and is left as it is.</source>
        <translation>{file} fehlt; ihr Protokoll ist noch da und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{file} is in use by another program and cannot be changed now.</source>
        <translation>{file} wird von einem anderen Programm benutzt und kann gerade nicht geändert werden.</translation>
    </message>
    <message>
        <source>{file} cannot be changed: it is read-only.</source>
        <translation>{file} kann nicht geändert werden: Sie ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: the file or its folder is not accessible.</source>
        <translation>{file} kann nicht geöffnet werden: Die Datei oder ihr Ordner ist nicht zugänglich.</translation>
    </message>
    <message>
        <source>{file} was replaced by another program while it was open.</source>
        <translation>{file} wurde von einem anderen Programm ersetzt, während sie geöffnet war.</translation>
    </message>
    <message>
        <source>{file} was written over by another program while it was open.</source>
        <translation>{file} wurde von einem anderen Programm überschrieben, während sie geöffnet war.</translation>
    </message>
    <message>
        <source>{file} was moved or deleted while it was open.</source>
        <translation>{file} wurde verschoben oder gelöscht, während sie geöffnet war.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: a folder is in its place.</source>
        <translation>{file} lässt sich nicht öffnen: An ihrer Stelle ist ein Ordner.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: what is in its place is not a file.</source>
        <translation>{file} lässt sich nicht öffnen: Was an ihrer Stelle ist, ist keine Datei.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: its log is not a file.</source>
        <translation>{file} lässt sich nicht öffnen: Ihr Protokoll ist keine Datei.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: its links lead round in a circle.</source>
        <translation>{file} lässt sich nicht öffnen: Ihre Verknüpfungen führen im Kreis.</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} ist beschädigt.</translation>
    </message>
    <message>
        <source>{file} is damaged: it is not a library of Earmark.</source>
        <translation>{file} ist beschädigt: Sie ist keine Bibliothek von Earmark.</translation>
    </message>
    <message>
        <source>{file} cannot be written: the disk is full.</source>
        <translation>{file} kann nicht geschrieben werden: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written: the disk reports an error.</source>
        <translation>{file} kann weder gelesen noch geschrieben werden: Der Datenträger meldet einen Fehler.</translation>
    </message>
    <message>
        <source>{file} has no backup that can be read.</source>
        <translation>{file} hat keine lesbare Sicherung.</translation>
    </message>
    <message>
        <source>The library does not know this episode yet.</source>
        <translation>Die Bibliothek kennt diese Folge noch nicht.</translation>
    </message>
    <message>
        <source>Listening to the recording needs a part that is not installed: the package earmark-sync, or pip install &quot;earmark[sync]&quot;.</source>
        <translation>Um in die Aufnahme zu hören, fehlt ein Teil: das Paket earmark-sync oder pip install &quot;earmark[sync]&quot;.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>No recording was found beside {file}; name it too.</source>
        <translation>Neben {file} wurde keine Aufnahme gefunden; geben Sie sie auch an.</translation>
    </message>
    <message>
        <source>{file} exists already; --force writes over it.</source>
        <translation>{file} gibt es schon; --force überschreibt die Datei.</translation>
    </message>
    <message>
        <source>{file} is what the clip is made from; --output names another.</source>
        <translation>Aus {file} wird der Ausschnitt gemacht; --output nennt eine andere Datei.</translation>
    </message>
    <message>
        <source>“{file}” is not a folder.</source>
        <translation>„{file}“ ist kein Ordner.</translation>
    </message>
    <message>
        <source>“{file}” is not a watched folder.</source>
        <translation>„{file}“ ist kein beobachteter Ordner.</translation>
    </message>
    <message>
        <source>No clip could be cut.</source>
        <translation>Kein Ausschnitt ließ sich schneiden.</translation>
    </message>
    <message>
        <source>The recording of “{title}” is not there.</source>
        <translation>Die Aufnahme von „{title}“ ist nicht da.</translation>
    </message>
    <message>
        <source>No episode here is called “{file}”, and no file of one.</source>
        <translation>Keine Folge hier heißt „{file}“, und keine Datei einer Folge.</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Bookmark at {time}</source>
        <translation>Lesezeichen bei {time}</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>The recording is not where it was: put it back beside this page to hear it.</source>
        <translation>Die Aufnahme ist nicht mehr da, wo sie war: Legen Sie sie wieder neben diese Seite, um sie zu hören.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Open in Earmark</source>
        <translation>In Earmark öffnen</translation>
    </message>
    <message>
        <source>Kept with Earmark</source>
        <translation>Festgehalten mit Earmark</translation>
    </message>
    <message>
        <source>Rich Text</source>
        <translation>Rich Text</translation>
    </message>
    <message>
        <source>Final Cut Pro captions</source>
        <translation>Untertitel aus Final Cut Pro</translation>
    </message>
    <message>
        <source>Audacity project</source>
        <translation>Audacity-Projekt</translation>
    </message>
    <message>
        <source>Spruce STL</source>
        <translation>Spruce STL</translation>
    </message>
    <message>
        <source>RTTM (voices)</source>
        <translation>RTTM (Stimmen)</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>narrated book (EPUB)</source>
        <translation>gelesenes Buch (EPUB)</translation>
    </message>
    <message>
        <source>{file} holds no words that can be read.</source>
        <translation>{file} enthält keine lesbaren Wörter.</translation>
    </message>
    <message>
        <source>no tier in this line</source>
        <translation>keine Spur in dieser Zeile</translation>
    </message>
    <message>
        <source>a tier that is not shown</source>
        <translation>eine Spur, die nicht gezeigt wird</translation>
    </message>
    <message>
        <source>{file} is too large for subtitles.</source>
        <translation>{file} ist zu groß für Untertitel.</translation>
    </message>
    <message>
        <source>a subtitle without an end</source>
        <translation>ein Untertitel ohne Ende</translation>
    </message>
    <message>
        <source>a comment, not shown</source>
        <translation>ein Kommentar, nicht gezeigt</translation>
    </message>
    <message>
        <source>a title, not a caption</source>
        <translation>ein Titel, kein Untertitel</translation>
    </message>
    <message>
        <source>no frames in this line</source>
        <translation>keine Bildnummern in dieser Zeile</translation>
    </message>
    <message>
        <source>a chapter whose narration cannot be read</source>
        <translation>ein Kapitel, dessen Lesung nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>text that is not narrated</source>
        <translation>Text, der nicht vorgelesen wird</translation>
    </message>
    <message>
        <source>several recordings in one file; those after the first are read after it</source>
        <translation>mehrere Aufnahmen in einer Datei; die weiteren folgen auf die erste</translation>
    </message>
    <message>
        <source>no turn in this line</source>
        <translation>kein Redebeitrag in dieser Zeile</translation>
    </message>
    <message>
        <source>no word in this line</source>
        <translation>kein Wort in dieser Zeile</translation>
    </message>
    <message>
        <source>a footnote, not shown</source>
        <translation>eine Fußnote, nicht gezeigt</translation>
    </message>
    <message>
        <source>{file} is nested too deeply or too large.</source>
        <translation>{file} ist zu tief verschachtelt oder zu groß.</translation>
    </message>
    <message>
        <source>no captions in this line</source>
        <translation>keine Untertitel in dieser Zeile</translation>
    </message>
    <message>
        <source>no times in this line</source>
        <translation>keine Zeiten in dieser Zeile</translation>
    </message>
    <message>
        <source>text outside of quotes, not shown</source>
        <translation>Text außerhalb von Anführungszeichen, nicht gezeigt</translation>
    </message>
    <message>
        <source>{file} has too many tiers for a transcript.</source>
        <translation>{file} hat zu viele Spuren für ein Transkript.</translation>
    </message>
    <message>
        <source>an endnote, not shown</source>
        <translation>eine Endnote, nicht gezeigt</translation>
    </message>
    <message>
        <source>{file} is a damaged archive and cannot be unpacked.</source>
        <translation>{file} ist ein beschädigtes Archiv und kann nicht entpackt werden.</translation>
    </message>
    <message>
        <source>{file} is an archive with too many parts for a document.</source>
        <translation>{file} ist ein Archiv mit zu vielen Teilen für ein Dokument.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than a document can hold ({part}).</source>
        <translation>{file} wird entpackt größer, als ein Dokument sein kann ({part}).</translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation>{file} ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>{file} lacks a part that it needs ({part}).</source>
        <translation>In {file} fehlt ein nötiger Teil ({part}).</translation>
    </message>
    <message>
        <source>Name Voice</source>
        <translation>Stimme benennen</translation>
    </message>
    <message>
        <source>Rename Voice</source>
        <translation>Stimme umbenennen</translation>
    </message>
    <message>
        <source>Merge Voices</source>
        <translation>Stimmen vereinen</translation>
    </message>
    <message>
        <source>Split Voice</source>
        <translation>Stimme teilen</translation>
    </message>
    <message>
        <source>Guess Voices</source>
        <translation>Stimmen vermuten</translation>
    </message>
    <message>
        <source>Swap Voices</source>
        <translation>Stimmen vertauschen</translation>
    </message>
    <message>
        <source>Confirm Voices</source>
        <translation>Stimmen bestätigen</translation>
    </message>
    <message>
        <source>Stop Guessing</source>
        <translation>Nicht mehr vermuten</translation>
    </message>
    <message>
        <source>Voices as the File Says</source>
        <translation>Stimmen wie in der Datei</translation>
    </message>
    <message>
        <source>Carry Voices Over</source>
        <translation>Stimmen übernehmen</translation>
    </message>
    <message>
        <source>Take Voices From Transcript</source>
        <translation>Stimmen aus dem Transkript übernehmen</translation>
    </message>
    <message>
        <source>“{file}” lies in “{folder}”, which is watched already.</source>
        <translation>„{file}“ liegt in „{folder}“, und dieser Ordner wird schon beobachtet.</translation>
    </message>
    <message>
        <source>no kind of tier that is known</source>
        <translation>keine bekannte Art von Spur</translation>
    </message>
    <message>
        <source>{file} does not hold corrections of Earmark.</source>
        <translation>{file} enthält keine Korrekturen von Earmark.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Earmark.</source>
        <translation>{file} wurde von einem neueren Earmark geschrieben.</translation>
    </message>
    <message>
        <source>{file} has no list of corrections.</source>
        <translation>{file} hat keine Liste von Korrekturen.</translation>
    </message>
    <message>
        <source>{file} is not JSON.</source>
        <translation>{file} ist kein JSON.</translation>
    </message>
    <message>
        <source>{file}, correction {number}: {reason}</source>
        <translation>{file}, Korrektur {number}: {reason}</translation>
    </message>
    <message>
        <source>{file}: correction {number} cannot be read.</source>
        <translation>{file}: Korrektur {number} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Write what is said here: a correction cannot be empty.</source>
        <translation>Schreiben Sie, was hier gesagt wird: Eine Korrektur kann nicht leer sein.</translation>
    </message>
    <message>
        <source>A correction has {most} characters at most, and this one has {count}.</source>
        <translation>Eine Korrektur hat höchstens {most} Zeichen, diese hat {count}.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Correction Everywhere</source>
        <translation>Korrektur überall</translation>
    </message>
    <message>
        <source>As the File Says</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Import Corrections</source>
        <translation>Korrekturen importieren</translation>
    </message>
    <message>
        <source>There are corrections that cannot be read: {count}.</source>
        <translation>Es gibt Korrekturen, die sich nicht lesen lassen: {count}.</translation>
    </message>
    <message>
        <source>Apply Sync</source>
        <translation>Synchronisation anwenden</translation>
    </message>
    <message>
        <source>{file} is of another transcript: its words are not in {transcript}. Nothing was taken in; --force takes it all the same.</source>
        <translation>{file} gehört zu einem anderen Transkript: Seine Wörter stehen nicht in {transcript}. Nichts wurde übernommen; --force übernimmt es trotzdem.</translation>
    </message>
    <message>
        <source>There is no room to decode {file}: {reason}.</source>
        <translation>Zum Dekodieren von {file} fehlt der Platz: {reason}.</translation>
    </message>
    <message>
        <source>The part that listens to the recording ended by itself.</source>
        <translation>Der Teil, der in die Aufnahme hört, hat sich von selbst beendet.</translation>
    </message>
    <message>
        <source>The words of this text were not found in this recording. It may be another episode, or not in English: only English can be listened for.</source>
        <translation>Die Wörter dieses Textes wurden in dieser Aufnahme nicht gefunden. Vielleicht gehört er zu einer anderen Folge, oder es wird nicht Englisch gesprochen: Nur Englisch lässt sich heraushören.</translation>
    </message>
    <message>
        <source>This text has no words that can be listened for.</source>
        <translation>Dieser Text hat keine Wörter, nach denen sich hören lässt.</translation>
    </message>
    <message>
        <source>No speech was found in this recording.</source>
        <translation>In dieser Aufnahme wurde keine Sprache gefunden.</translation>
    </message>
    <message>
        <source>The episode has no show yet: F2 in the window names it.</source>
        <translation>Die Folge gehört noch zu keiner Sendung: F2 im Fenster benennt sie.</translation>
    </message>
    <message>
        <source>Join Notes to Episode</source>
        <translation>Notizen einer Folge zuordnen</translation>
    </message>
</context>
<context>
    <name>spoken_time</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>writing_systems</name>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>Devanagari</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Gurmukhi</source>
        <translation>Gurmukhi</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamilisch</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>Ethiopic</source>
        <translation>Äthiopisch</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
</context>
</TS>
