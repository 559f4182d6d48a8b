"""Some lines of talk in thirty languages, written for this test, each with its usual encodings."""

from __future__ import annotations

from typing import NamedTuple


class Speech(NamedTuple):
    language: str
    encodings: tuple[str, ...]
    lines: tuple[str, ...]


def _of(language: str, encodings: str, lines: str) -> Speech:
    return Speech(
        language, tuple(encodings.split()), tuple(map(str.strip, lines.strip().split("\n")))
    )


SPEECHES = (
    _of("German", "cp1252 iso8859-15 mac-roman", """
        Wir müssen früher aufstehen, sonst verpassen wir die Fähre.
        Das Wetter über der Nordsee ändert sich schnell.
        Möchten Sie noch eine Tasse Kaffee?
        Früher fuhren hier große Schiffe bis in den Hafen.
        Er hat den Schlüssel auf den Küchentisch gelegt.
        Kein Mensch weiß, wie tief der See ist.
        Die Straße führt an alten Häusern vorbei.
        Ich hätte gern gewusst, was Sie dazu meinen."""),
    _of("French", "cp1252 iso8859-15 mac-roman", """
        Bonjour à tous et bienvenue dans cette émission.
        Le bateau est arrivé très tôt ce matin.
        Nous avons marché jusqu'à la forêt derrière l'église.
        Où est-ce que tu as laissé les clés ?
        Elle préfère écouter la radio pendant l'été.
        Ça fait déjà trois années que je travaille ici.
        Il a oublié de fermer la fenêtre avant de partir.
        Le café était froid, mais personne ne s'en plaignait."""),
    _of("Spanish", "cp1252 iso8859-15 mac-roman", """
        Buenos días, ¿cómo está usted hoy?
        El niño quería saber por qué vuelan las gaviotas.
        Mañana iremos a la montaña con mi compañera.
        Nadie sabía qué había pasado en aquel pueblo.
        La canción sonó en la radio todo el año.
        Tenía razón: el tren llegó después de la una.
        ¡Qué ilusión verte aquí otra vez!
        El jardín está detrás de la cocina."""),
    _of("Portuguese", "cp1252 iso8859-15 mac-roman", """
        Bom dia, sejam bem-vindos à nossa conversa.
        A informação chegou só depois da reunião.
        Não há ninguém na praia a esta hora da manhã.
        Ele disse que também não conhecia a canção.
        As crianças já estão a dormir.
        Você pode explicar a situação outra vez?
        O avô contava histórias até muito tarde.
        Amanhã começamos às nove em ponto."""),
    _of("Italian", "cp1252 iso8859-15 mac-roman", """
        Buongiorno, perché non è venuto nessuno?
        La città era più tranquilla di domenica.
        Non so se sarà possibile finire già lunedì.
        Il caffè è pronto, ma lui dorme ancora.
        Però è vero: la verità viene sempre a galla.
        Qualità e quantità non sono la stessa cosa.
        Andrò al mare con la mia metà.
        Così è la vita, diceva mia nonna."""),
    _of("Dutch", "cp1252 iso8859-15", """
        Eén van de ideeën kwam van de coördinator.
        De zeeën rond het eiland zijn ruw.
        België en Nederland werken samen aan dit project.
        Het café om de hoek is één dag per week dicht.
        Zij is geïnteresseerd in oude schepen.
        Dat heeft hij vóór de vergadering gezegd.
        De crèche is naast de ruïne.
        Wat zijn de financiële gevolgen?"""),
    _of("Swedish", "cp1252 iso8859-15 mac-roman", """
        God morgon, hur mår du i dag?
        Båten går över sundet två gånger om dagen.
        Jag förstår inte varför ni är så trötta.
        På sommaren är nätterna ljusa här uppe.
        Vi måste köpa bröd, smör och ägg.
        Hon såg en älg bakom ladugården.
        Det är svårt att säga vad som händer sedan.
        När började du spela fiol?"""),
    _of("Norwegian", "cp1252 iso8859-15", """
        God kveld, og velkommen til en ny episode.
        Båten gikk på grunn ved den ytterste øya.
        Været blir dårligere utover ettermiddagen.
        Vi måtte gå hele veien hjem i snøen.
        Han så opp og spurte hvor hun bodde før.
        Det er få som forstår hva det gjør med oss.
        Klokka åtte åpner de dørene.
        Lærerne på skolen er både snille og flinke."""),
    _of("Danish", "cp1252 iso8859-15", """
        Godaften, og tak fordi I lytter med.
        Hun boede på en ø langt ude i havet.
        Børnene løb ned ad gaden og råbte højt.
        Vi skal nå færgen, før den sejler.
        Det er svært at sige, hvad der skete bagefter.
        Han åbnede døren og så ud i mørket.
        Der er rødgrød med fløde på bordet.
        Måske kan vi tale om det på lørdag."""),
    _of("Finnish", "cp1252 iso8859-15", """
        Hyvää huomenta ja tervetuloa kuuntelemaan.
        Tänään sää on kylmä mutta kaunis.
        Missä sinä asuit ennen tätä vuotta?
        Järven jää kestää jo kävellä.
        Minä en tiedä, mitä hän tarkoittaa.
        Kävimme eilen metsässä sieniä keräämässä.
        Äiti keittää kahvia ja isä lukee lehteä.
        Se oli pitkä ja hämärä ilta."""),
    _of("Icelandic", "cp1252", """
        Góðan daginn og velkomin í þáttinn.
        Það er kalt í dag en sólin skín.
        Hvað gerðir þú í gær?
        Báturinn fór út á sjó snemma um morguninn.
        Við þurfum að ræða þetta betur síðar.
        Hún býr í litlu húsi við höfnina.
        Ég veit ekki hvað hann heitir.
        Börnin léku sér úti allan daginn."""),
    _of("Estonian", "cp1257 iso8859-13", """
        Tere õhtust, head kuulajad.
        Täna räägime merest ja tuulest.
        Laev jõudis sadamasse öösel.
        Ma ei tea, miks ta nii ütles.
        Külas elas kümme vana meest.
        Järgmisel nädalal sõidame maale.
        Õpetaja küsis, kes on ülesande lahendanud.
        See töö võtab päris palju aega."""),
    _of("Polish", "cp1250 iso8859-2", """
        Dzień dobry, witamy państwa w naszej audycji.
        Zażółć gęślą jaźń, mówił mój dziadek.
        Nie wiem, dlaczego łódź odpłynęła tak wcześnie.
        W przyszłym tygodniu będzie można kąpać się w jeziorze.
        Proszę powiedzieć, gdzie jest najbliższa księgarnia.
        Późną nocą słychać było tylko szum fal.
        Ona właśnie wróciła z dłuższej podróży.
        Każdy człowiek ma prawo do własnego zdania."""),
    _of("Czech", "cp1250 iso8859-2", """
        Dobrý večer, vážení posluchači.
        Příliš žluťoučký kůň pěl ďábelské ódy.
        Nevím, proč loď odplula tak brzy ráno.
        Včera jsme šli pěšky až k řece.
        Řekněte nám něco o vašem dětství.
        Můj bratr se učí hrát na housle.
        Všichni lidé mají stejná práva.
        Počkejte chvíli, hned se vrátím."""),
    _of("Slovak", "cp1250 iso8859-2", """
        Dobrý deň, vážení poslucháči.
        Čo ste robili včera večer?
        Loď odplávala skôr, ako sme prišli.
        Môj otec rozprával príbehy o mori.
        Ďakujem vám veľmi pekne za rozhovor.
        Chcel by som vedieť, či príde aj ona.
        Na stole ležal kľúč od starého domu.
        Každý človek má právo na vlastný názor."""),
    _of("Hungarian", "cp1250 iso8859-2", """
        Jó reggelt kívánok minden hallgatónknak.
        Nem tudom, miért ment el olyan korán a hajó.
        A gyerekek egész nap a tónál játszottak.
        Árvíztűrő tükörfúrógép, mondta nevetve.
        Hol voltál tegnap este, és kivel beszéltél?
        A könyv, amit olvastam, nagyon érdekes.
        Köszönöm szépen, hogy eljöttek.
        Jövő héten Győrbe utazunk az öcsémmel."""),
    _of("Slovenian", "cp1250 iso8859-2", """
        Dober večer in lepo pozdravljeni.
        Ladja je odplula, še preden smo prišli.
        Kaj ste počeli včeraj zvečer?
        Naša hiša stoji čisto blizu morja.
        Ne vem, zakaj je tako žalosten.
        Čez teden dni začnemo s šolo.
        Ljudje so živeli težko življenje.
        Všeč mi je, če je poleti vroče."""),
    _of("Croatian", "cp1250 iso8859-2", """
        Dobra večer, poštovani slušatelji.
        Brod je otišao prije nego što smo stigli.
        Možete li nam reći nešto o svojoj mladosti?
        Kuća je na brežuljku, blizu mora.
        Kišilo je cijeli dan, a mi smo šutjeli.
        Sljedeći tjedan počinje škola.
        Žao mi je što nisam došla ranije.
        Ljudi su živjeli teško, ali pošteno."""),
    _of("Romanian", "cp1250 iso8859-2", """
        Bună seara, stimaţi ascultători.
        Nu ştiu de ce a plecat vaporul aşa devreme.
        Copiii se jucau lângă râu în fiecare zi.
        Puteţi să ne spuneţi ceva despre viaţa dumneavoastră?
        Mâine dimineaţă mergem împreună la piaţă.
        Casa noastră este aproape de mare.
        Toţi oamenii sunt egali în faţa legii.
        Îmi place când plouă încet."""),
    _of("Turkish", "cp1254 iso8859-9", """
        İyi akşamlar, değerli dinleyiciler.
        Gemi sabah erkenden limandan ayrıldı.
        Dün akşam nereye gittiğinizi söyler misiniz?
        Çocuklar bütün gün bahçede oynadı.
        Bu yıl kış çok soğuk geçti.
        Ağabeyim üniversitede öğretmenlik yapıyor.
        Şimdi size küçük bir hikâye anlatacağım.
        Herkesin düşünme özgürlüğü vardır."""),
    _of("Lithuanian", "cp1257 iso8859-13", """
        Labas vakaras, mieli klausytojai.
        Laivas išplaukė anksčiau, nei mes atėjome.
        Ką jūs veikėte vakar vakare?
        Mūsų namas stovi visai arti jūros.
        Nežinau, kodėl jis toks liūdnas.
        Kitą savaitę prasidės mokslo metai.
        Žmonės čia gyveno sunkiai, bet sąžiningai.
        Ačiū, kad šiandien esate su mumis."""),
    _of("Latvian", "cp1257 iso8859-13", """
        Labvakar, cienījamie klausītāji.
        Kuģis aizbrauca agrāk, nekā mēs atnācām.
        Ko jūs darījāt vakar vakarā?
        Mūsu māja stāv pavisam tuvu jūrai.
        Es nezinu, kāpēc viņš ir tik skumjš.
        Nākamnedēļ sāksies skola.
        Cilvēki šeit dzīvoja grūti, bet godīgi.
        Paldies, ka šodien esat kopā ar mums."""),
    _of("Vietnamese", "cp1258", """
        Xin chào quý vị và các bạn.
        Con thuyền rời bến từ sáng sớm.
        Tối hôm qua bạn đã làm gì?
        Ngôi nhà của chúng tôi ở gần biển.
        Tôi không biết vì sao anh ấy buồn.
        Tuần sau chúng ta sẽ nói về lịch sử.
        Mọi người đều có quyền tự do.
        Cảm ơn bà đã đến với chương trình."""),
    _of("Russian", "cp1251 koi8-r cp866", """
        Добрый вечер, уважаемые слушатели.
        Корабль ушёл раньше, чем мы пришли.
        Что вы делали вчера вечером?
        Наш дом стоит совсем близко к морю.
        Не знаю, почему он такой грустный.
        На следующей неделе начинаются занятия.
        Люди здесь жили трудно, но честно.
        Спасибо, что вы сегодня с нами."""),
    _of("Ukrainian", "cp1251 koi8-u", """
        Добрий вечір, шановні слухачі.
        Корабель пішов раніше, ніж ми прийшли.
        Що ви робили вчора ввечері?
        Наш дім стоїть зовсім близько до моря.
        Не знаю, чому він такий сумний.
        Наступного тижня починаються заняття.
        Люди тут жили важко, але чесно.
        Дякую, що ви сьогодні з нами."""),
    _of("Bulgarian", "cp1251", """
        Добър вечер, уважаеми слушатели.
        Корабът тръгна, преди да дойдем.
        Какво правихте снощи?
        Нашата къща е съвсем близо до морето.
        Не зная защо е толкова тъжен.
        Следващата седмица започва училище.
        Хората тук живееха трудно, но честно.
        Благодаря ви, че днес сте с нас."""),
    _of("Greek", "cp1253 iso8859-7", """
        Καλησπέρα σας, αγαπητοί ακροατές.
        Το πλοίο έφυγε πριν φτάσουμε στο λιμάνι.
        Τι κάνατε χθες το βράδυ;
        Το σπίτι μας βρίσκεται κοντά στη θάλασσα.
        Δεν ξέρω γιατί είναι τόσο λυπημένος.
        Την επόμενη εβδομάδα αρχίζει το σχολείο.
        Οι άνθρωποι εδώ ζούσαν δύσκολα αλλά τίμια.
        Σας ευχαριστώ που είστε μαζί μας."""),
    _of("Hebrew", "cp1255 iso8859-8", """
        ערב טוב לכל המאזינים שלנו.
        האונייה הפליגה לפני שהגענו לנמל.
        מה עשיתם אתמול בערב?
        הבית שלנו עומד קרוב מאוד לים.
        אני לא יודעת למה הוא עצוב כל כך.
        בשבוע הבא מתחילים הלימודים.
        האנשים כאן חיו בקושי אבל ביושר.
        תודה רבה שאתם איתנו היום."""),
    _of("Arabic", "cp1256 iso8859-6", """
        مساء الخير أيها المستمعون الكرام.
        غادرت السفينة قبل أن نصل إلى الميناء.
        ماذا فعلتم مساء أمس؟
        يقع بيتنا قريبا جدا من البحر.
        لا أعرف لماذا هو حزين إلى هذا الحد.
        في الأسبوع القادم تبدأ الدراسة.
        كان الناس هنا يعيشون حياة صعبة.
        شكرا لأنكم معنا اليوم."""),
    _of("Persian", "cp1256", """
        شب بخير شنوندگان گرامي.
        کشتي پيش از رسيدن ما رفته بود.
        ديشب چه کار مي کرديد؟
        خانه ما نزديک دريا است.
        نمي دانم چرا او اين قدر غمگين است.
        هفته آينده مدرسه ها باز مي شوند.
        مردم اينجا به سختي زندگي مي کردند.
        از اين که امروز با ما هستيد سپاسگزاريم."""),
    _of("Thai", "cp874", """
        สวัสดีตอนเย็นครับท่านผู้ฟัง
        เรือออกจากท่าก่อนที่เราจะมาถึง
        เมื่อวานตอนเย็นคุณทำอะไร
        บ้านของเราอยู่ใกล้ทะเลมาก
        ฉันไม่รู้ว่าทำไมเขาถึงเศร้า
        สัปดาห์หน้าโรงเรียนจะเปิด
        ผู้คนที่นี่ใช้ชีวิตอย่างซื่อสัตย์
        ขอบคุณที่อยู่กับเราในวันนี้"""),
    _of("Japanese", "cp932 euc-jp", """
        こんばんは、番組をお聞きの皆さん。
        私たちが着く前に船は出てしまった。
        昨日の夜は何をしていましたか。
        うちの家は海のすぐ近くにあります。
        どうして彼が悲しいのか分かりません。
        来週から学校が始まります。
        ここの人々は苦しくても正直に生きていた。
        今日はありがとうございました。"""),
    _of("Chinese, simplified", "gb18030", """
        各位听众朋友，晚上好。
        我们到码头的时候，船已经开走了。
        昨天晚上你们做了什么？
        我们家离海边很近。
        我不知道他为什么这么难过。
        下个星期学校就要开学了。
        这里的人生活艰难，但是很诚实。
        谢谢你们今天和我们在一起。"""),
    _of("Chinese, traditional", "big5", """
        各位聽眾朋友，晚上好。
        我們到碼頭的時候，船已經開走了。
        昨天晚上你們做了什麼？
        我們家離海邊很近。
        我不知道他為什麼這麼難過。
        下個星期學校就要開學了。
        這裡的人生活艱難，但是很誠實。
        謝謝你們今天和我們在一起。"""),
    _of("Korean", "cp949", """
        청취자 여러분, 안녕하십니까.
        우리가 항구에 도착하기 전에 배가 떠났습니다.
        어제 저녁에 무엇을 하셨어요?
        우리 집은 바다에서 아주 가까워요.
        그 사람이 왜 슬퍼하는지 모르겠어요.
        다음 주에 학교가 시작됩니다.
        이곳 사람들은 힘들지만 정직하게 살았습니다.
        오늘 함께해 주셔서 고맙습니다."""),
)  # fmt: skip
