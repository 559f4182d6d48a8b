"""What languages look like in writing: their letters beyond ASCII and their commonest words.

Letters stand in order of how often they occur. Both are common knowledge of each language, and
enough to see in which of its usual encodings a text is that reads as that language.
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language with its usual encodings besides Unicode, the likelier first."""

    name: str
    encodings: tuple[str, ...]
    letters: str
    words: frozenset[str]


def _of(name: str, encodings: str, letters: str, words: str) -> Language:
    return Language(name, tuple(encodings.split()), letters, frozenset(words.split()))


_WESTERN = "cp1252 mac-roman"
_CENTRAL = "cp1250 iso8859-2"
_CYRILLIC = "cp1251 koi8-r cp866"

LANGUAGES = (
    _of("English", _WESTERN, "éèïç", "the and to of in is it you that was for on are with i we"
        " they be at have this not but what all there so if can no do know don’t it’s i’m"),
    _of("German", _WESTERN, "üäößé", "der die das und ist in zu den nicht von sie es mit ein eine"
        " ich wir auch auf für dass war aber wie haben über können würde größe schön natürlich"
        " müssen früher später möchte hören grüße jahr heute"),
    _of("French", _WESTERN, "éàèêçôûîùâïëœ", "le la les de des et un une est que qui dans pour pas"
        " vous nous je il elle on sur avec ce cette mais à été même très déjà après où être était"
        " voilà ça là peut-être aussi français bien"),
    _of("Spanish", _WESTERN, "óáíéñúü¿¡", "el la los las de que y en un una es no se por con para"
        " está como pero más su lo yo muy también qué así después día años había aquí sí cómo él"
        " porque hay esto todo"),
    _of("Portuguese", _WESTERN, "ãçáéíóêõâúàô", "o a os as de que e do da em um uma para com não se"
        " por mais como mas foi você é são está também até já ele ela eu muito então nós isso"
        " só tem há são porque"),
    _of("Italian", _WESTERN, "èàòùéì", "il la lo gli le di che e un una per non con è sono si da in"
        " come ma anche più questo della perché può così già però c'è della cosa ho città ancora"
        " qui molto"),
    _of("Dutch", _WESTERN, "ëéïèöü", "de het een en van is dat in niet je we ik te op voor zijn met"
        " er maar ook als aan hij ze wat naar dan heb één ideeën geïnteresseerd coördinatie"),
    _of("Catalan", _WESTERN, "àéóèíòçúïü·", "el la els les de que i en un una és no per amb però"
        " més aquest molt també què això així són després està aquí havia perquè l'any"),
    _of("Swedish", _WESTERN, "äåöé", "och att det i en som är på för av med till jag den inte har"
        " vi han om men var så från när också där här går år något två bara måste"),
    _of("Norwegian", _WESTERN, "åøæé", "og i det er på som en til av for at med har jeg ikke vi de"
        " den var men så også når være år noe går får også nå over må då mye eller"),
    _of("Danish", _WESTERN, "æøåé", "og i det er på som en til af for at med har jeg ikke vi de den"
        " var men så også når være år noget går får nu meget være over hvad lige altså"),
    _of("Finnish", _WESTERN, "äöå", "ja on ei se että en hän oli mutta niin kun mitä tämä olen minä"
        " sinä hyvä myös vielä nyt täällä siellä jälkeen sitä tätä mikä kyllä päivä vuotta pitää"
        " ennen sen"),
    _of("Icelandic", _WESTERN, "íðáóúéæöþý", "og að í á er það sem ekki við um var en ég hann til"
        " með þetta þú hún fyrir þá eru hefur við svo þegar einn alltaf"),
    _of("Estonian", "cp1257 iso8859-13 cp1252", "äõüöšž", "ja on ei see et ta oli mis kui aga ma"
        " ka nii siis või oma väga küll mõned pärast täna hästi üks üle rääkida meie hommikul"),
    _of("Polish", _CENTRAL, "łąęśóżćńź", "i w na nie to jest się z że do jak co o ale po tak są"
        " dla tego już być może tylko był jeszcze bardzo też które ja ty on który przez gdy będzie"
        " dziś proszę chcę więc"),
    _of("Czech", _CENTRAL, "íáěéřžýčšůúďťňó", "a je v na se to že s z do o ale jak by si co jsem"
        " tak já už bylo ještě které když jsme také být není kde není může před protože dnes"
        " děkuji dobře víc"),
    _of("Slovak", _CENTRAL, "áíéčžýšúľôťňďäóŕĺ", "a je v na sa to že s z do o ale ako by si čo som"
        " tak ja už bolo ešte ktoré keď sme tiež byť nie je môže kde pred pretože dnes ďakujem"
        " veľmi viac"),
    _of("Hungarian", _CENTRAL, "áéöőóüíúű", "a az és hogy nem is egy van ez volt de meg csak ha"
        " el már én mint még azt kell itt úgy így több után nagyon jó két között lehet először"
        " utána kérem ma"),
    _of("Slovenian", _CENTRAL, "čšžćđ", "in je v na se da za so ki pa ne z bi kot tudi če to sem"
        " kaj še že več vse lahko ali po smo danes vaš hvala naš kako ničesar"),
    _of("Croatian", _CENTRAL, "čšžćđ", "i je u na se da za su ne od što a to kao ili ali sam bi"
        " samo već još više može nije kako treba će smo danas ništa hvala što znači"),
    _of("Romanian", _CENTRAL, "ăîșțâşţ", "și şi de la în a cu pe un o că nu este din care să mai"
        " pentru ce sunt dar cum am tot fost după până această când foarte câte bună"),
    _of("Turkish", "cp1254 iso8859-9", "ıüşöçğİâ", "bir ve bu için de da çok ne ben ama o daha gibi"
        " var kadar olarak değil mi en şey sonra ile her olan iyi nasıl şimdi önce bugün böyle"
        " çünkü evet hayır ise"),
    _of("Lithuanian", "cp1257 iso8859-13", "ėšžųįūčąę",
        "ir kad į yra tai su ne iš buvo kaip bet jis"
        " už ar po mes aš labai dar jau taip šis būti nuo čia gali kur šiandien reikia viskas"
        " mūsų"),
    _of("Latvian", "cp1257 iso8859-13", "āīēšūņķžļčģ", "un ir ka no uz par ar bet kā tas es nav"
        " bija viņš lai vai to šī ļoti jau pēc tikai vēl mēs kur šodien man visi mūsu būs tā"),
    _of("Vietnamese", "cp1258",
        "àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ",
        "và là của có không người một cho được tôi này các trong với những đã ở khi đến như rất"
        " cũng để thì ông bạn chúng anh hôm nay"),
    _of("Russian", _CYRILLIC, "оеаинтслвркмдпуяыьзгбчйжхшюцэщфъё", "и в не на что я с он как это"
        " по но у из мы за то все так вы был она было уже меня только о бы мне есть если когда"
        " очень где нас их"),
    _of("Ukrainian", "cp1251 koi8-u cp866", "оаиніврткесдлпумзязьбгйчхцєжїшющфґ", "і в не на що я"
        " з він як це та до але у по ми за так ви був вона було вже мене тільки про мені є якщо"
        " коли дуже де нас їх цей"),
    _of("Bulgarian", "cp1251", "аоиетнрсвдлкпмъгзубчяхщцжйшюфь", "и да на не се в е че за от с по"
        " това ще си като са но който има до аз той така няма много един беше те какво само ако"
        " днес"),
    _of("Serbian", "cp1251", "аиоенрсјтукпмдлвзгбчшцхћжљњђџф", "и је у на се да за су не од што а"
        " то као или али сам би само још више може није како треба ће смо данас ништа хвала"),
    _of("Greek", "cp1253 iso8859-7", "αοιετσνηυρπκμλςίόάωέήγδχθύφβώξζψϊϋΐΰ", "και το να του η της"
        " με που είναι την από για τα ο δεν θα στο μου οι σε μας τον στην ένα μια αυτό τι αλλά όπως"
        " πολύ εδώ όταν σήμερα"),
    _of("Hebrew", "cp1255 iso8859-8", "יוהלאתמרשבנדעקחפםכגטצסןזךףץ", "של את על לא זה אני הוא עם כי"
        " גם היא יש מה אבל או כל אנחנו היה רק יותר כמו אם אז אתה הם מאוד היום כן לי אין"),
    _of("Arabic", "cp1256 iso8859-6", "اليمنوتربةعدسفهكقحجشطصخأذضىغإزئءظثآؤ", "في من على أن إلى هذا"
        " ما لا التي عن مع هو كان هذه كل أو لم بعد قد ذلك نحن هي أنا الذي ثم حتى بين عند كما"
        " اليوم"),
    _of("Persian", "cp1256", "ايیرندمهوتبسشکزلگفعخحقپآجطصچغضژظئذثءأ",
        "و در به از كه که این اين را با است"
        " برای براي آن یک يك بود تا من هم ما خود بر او کرد نیز شد چه اما اگر هر شما باید نمی مي"
        " نمي"),
    _of("Thai", "cp874", "านรอกเงมยลวดทสตะปบคหแจพชขใไโผถณซธฐศษญฟภฉุูึืัิี้่็์ๆฎฏ", "ที่ และ เป็น"
        " ไม่ ใน มี การ ของ ได้ จะ ว่า ให้ กับ"),
)  # fmt: skip
"""Where each letter stands alone or is one of a byte."""


class ManyCharacters(NamedTuple):
    """A language of thousands of characters: its usual encodings, and its commonest ones."""

    name: str
    encodings: tuple[str, ...]
    common: frozenset[str]


MANY_CHARACTERS = (
    ManyCharacters("Japanese", ("cp932", "euc-jp"), frozenset(
        "のにはをたがでてとしれさいるなもらかこうりっくすんよだそけじきあめまおせどちつやえわみ"
        "アイウエオカキクケコサシスセソタチツテトナニネノハヒフホマミムメモラリルレロンー日人一大年中本"
        "私今時何見思言行来出気会分間前後自話手上"
    )),
    ManyCharacters("Chinese, simplified", ("gb18030",), frozenset(
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之"
        "年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主"
        "样理心她本前开但因只从想实今很点吗什让吧谢听话问"
    )),
    ManyCharacters("Chinese, traditional", ("big5",), frozenset(
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之"
        "年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主"
        "樣理心她本前開但因只從想實今很點嗎什讓吧謝聽話問"
    )),
    ManyCharacters("Korean", ("cp949",), frozenset(
        "이다는에가고을의한하지를도사은로있기나아어그리자인서시해들일대것수안정우보게요니라면만"
        "스부제전없주러오여거과상와음습장구무말때내세여생각했습되우리오늘좋많더"
    )),
)  # fmt: skip
