namespace CiivSoft.Matching.Redaction;

/// <summary>A made-up person of one of twenty name groups, with everything that a name swap exchanges.</summary>
internal sealed record Persona(
    string Name,
    string Email,
    string Phone,
    string Address,
    string Photo,
    string BirthDate,
    string He,
    string His,
    string Him,
    string Title
)
{
    private static readonly (string[] Given, string[] Family, string[] Addresses)[] Groups =
    [
        (
            ["James", "Emily", "Oliver"],
            ["Smith", "Taylor", "Young"],
            ["12 Mill Road, Leeds LS1 4AB", "Flat 3, 8 High Street, York YO1 7HH"]
        ),
        (
            ["Tom", "Sarah", "Will"],
            ["Baker", "Cook", "Mason", "Page", "Read"],
            ["45 Church Lane, Bath BA1 5AA", "7 Park Avenue, London N8 9LT"]
        ),
        (
            ["John Q.", "Mary Ann", "William"],
            ["Johnson", "Miller", "Carpenter"],
            ["1200 Main Street, Springfield, IL 62701", "88 Oak Drive Apt 4, Austin, TX 78701"]
        ),
        (
            ["DeShawn", "Latoya", "Jamal"],
            ["Washington", "Jefferson", "Booker"],
            ["310 Lincoln Blvd, Atlanta, GA 30301", "9 Elm St, Detroit, MI 48201"]
        ),
        (
            ["Văn An", "Thị Hồng Nhung", "Minh Khôi"],
            ["Nguyễn", "Trần", "Lê"],
            ["45 Nguyễn Huệ, Quận 1, TP. Hồ Chí Minh", "12 phố Huế, Hà Nội"]
        ),
        (
            ["محمد", "فاطمة", "يوسف"],
            ["الأحمد", "بن علي", "حسن"],
            ["شارع التحرير 12، القاهرة", "١٥ شارع الحمراء، بيروت"]
        ),
        (
            ["Mohammed", "Fatima", "Omar"],
            ["Al-Rashid", "al-Hassan", "bin Saleh"],
            ["Villa 12, Al Wasl Road, Dubai", "P.O. Box 4421, Doha"]
        ),
        (["小明", "芳", "伟"], ["王", "李", "张"], ["北京市朝阳区建国路88号", "上海市南京东路 100 号"]),
        (
            ["Wei", "Xiu Ying", "Jun"],
            ["Zhang", "Wang", "Chen"],
            ["Room 302, 88 Jianguo Road, Beijing 100022", "15 Nanjing Road, Shanghai 200001"]
        ),
        (
            ["Иван", "Ольга", "Дмитрий"],
            ["Петров", "Иванова", "Кузнецов"],
            ["ул. Ленина 10, кв. 5, Москва", "проспект Мира 24, Санкт-Петербург"]
        ),
        (
            ["Oleksandr", "Nataliya", "Taras"],
            ["Shevchenko", "Kovalenko", "Bondar"],
            ["вул. Хрещатик 22, Київ", "Shevchenka St 5, Lviv 79000"]
        ),
        (
            ["Jan", "Anna", "Willem"],
            ["van de Berg", "de Vries", "van der Meer"],
            ["Keizersgracht 12, 1015 CN Amsterdam", "Dorpsstraat 5, 3511 AB Utrecht"]
        ),
        (
            ["Karl-Heinz", "Ursula", "Jürgen"],
            ["Müller", "Schmidt-Weber", "von Hagen"],
            ["Hauptstraße 12, 10115 Berlin", "Lindenweg 4, 80331 München"]
        ),
        (
            ["Jean-Luc", "Amélie", "Zoë"],
            ["Lefèvre", "Dubois", "d'Arcy"],
            ["12 rue de la Paix, 75002 Paris", "3 bis avenue Foch, 69006 Lyon"]
        ),
        (
            ["María José", "Juan Carlos", "Lucía"],
            ["García-López", "Fernández", "de la Cruz"],
            ["Calle Mayor 5, 28013 Madrid", "Avenida Diagonal 100, 08018 Barcelona"]
        ),
        (
            ["João", "Ana Beatriz", "Rafael"],
            ["da Silva Santos", "dos Reis", "Oliveira"],
            ["Rua Augusta 200, 1100-053 Lisboa", "Av. Paulista 900, São Paulo"]
        ),
        (
            ["Zofia", "Łukasz", "Agnieszka"],
            ["Wójcik", "Kowalska", "Żak"],
            ["ul. Długa 5, 00-238 Warszawa", "ul. Floriańska 12/4, 31-021 Kraków"]
        ),
        (
            ["Ștefan", "Ioana", "Mihai"],
            ["Popescu", "Ionescu", "Țepeș"],
            ["Str. Victoriei 10, Cluj-Napoca", "Bd. Unirii 5, bl. 3, ap. 12, București"]
        ),
        (["Sukarno", "Madonna", "Suharto"], [""], ["Jalan Sudirman 5, Jakarta 10210", "Jl. Merdeka 17, Bandung"]),
        (
            ["Priya", "Venkatesh", "Gurpreet"],
            ["Subramaniam", "Singh", "Kaur Gill"],
            ["42 MG Road, Bengaluru 560001", "Flat 9, Lake View Apartments, Mumbai 400076"]
        ),
    ];

    private static readonly string[] Phones =
    [
        "+44 7700 900123",
        "(555) 123-4567",
        "+84 24 3926 1234",
        "020 7946 0958",
        "+49 (0)30 123456",
        "555.867.5309",
        "+86 138 0013 8000",
        "06 12 34 56 78",
    ];

    private static readonly (string He, string His, string Him, string Title)[] Pronouns =
    [
        ("He", "his", "him", "Mr"),
        ("She", "her", "her", "Mrs"),
        ("She", "her", "her", "Ms"),
        ("They", "their", "them", "Mx"),
    ];

    public static int GroupCount => Groups.Length;

    public static Persona Of(int group, Random random)
    {
        var (given, family, addresses) = Groups[group];
        var first = Pick(given, random);
        var last = Pick(family, random);
        var joined = group is 7 ? last + first : (first + " " + last).Trim();
        var name = group is 4 ? last + " " + first : joined;
        var mailbox = string.Concat(Folding.Fold(name).Where(char.IsAsciiLetter));
        var user =
            mailbox.Length > 2
                ? mailbox
                : "cv" + random.Next(100, 999).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (he, his, him, title) = Pick(Pronouns, random);
        var year = 1955 + random.Next(45);
        return new Persona(
            name,
            $"{user}{random.Next(100)}@example.{Pick(["com", "org", "co.uk"], random)}",
            Pick(Phones, random),
            Pick(addresses, random),
            Pick([$"{user}.jpg", "photo.png", "IMG_1234.jpeg"], random),
            Pick([$"12/05/{year}", $"3 March {year}", $"{year}-11-30"], random),
            he,
            his,
            him,
            title
        );
    }

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
