namespace CiivSoft.Matching.Counterfactuals;

/// <summary>Names and addresses that go together, so that a made-up person could exist.</summary>
/// <param name="Name">What the group is called in tables.</param>
/// <param name="Given">Given names.</param>
/// <param name="Family">Family names; an empty one for people with one name.</param>
/// <param name="Addresses">Where such people may live.</param>
internal sealed record NameGroup(
    string Name,
    IReadOnlyList<string> Given,
    IReadOnlyList<string> Family,
    IReadOnlyList<string> Addresses
)
{
    /// <summary>Twenty: scripts, languages, orders of the parts, surnames that are words.</summary>
    public static IReadOnlyList<NameGroup> All { get; } =
    [
        new(
            "British",
            ["James", "Emily", "Oliver", "Charlotte", "Harry", "Amelia"],
            ["Smith", "Taylor", "Young", "Hughes", "Wright", "Clarke"],
            ["12 Mill Road, Leeds LS1 4AB", "Flat 3, 8 High Street, York YO1 7HH"]
        ),
        new(
            "British, surnames that are trades",
            ["Tom", "Sarah", "Will", "Grace", "Mark", "Rose"],
            ["Baker", "Cook", "Mason", "Page", "Read", "Taylor", "Potter", "Driver", "Butler"],
            ["45 Church Lane, Bath BA1 5AA", "7 Park Avenue, London N8 9LT"]
        ),
        new(
            "American",
            ["John Q.", "Mary Ann", "William", "Ashley", "Brian", "Jennifer"],
            ["Johnson", "Miller", "Carpenter", "Anderson", "Davis", "Cooper"],
            ["1200 Main Street, Springfield, IL 62701", "88 Oak Drive Apt 4, Austin, TX 78701"]
        ),
        new(
            "African American",
            ["DeShawn", "Latoya", "Jamal", "Tyrone", "Aaliyah", "Imani"],
            ["Washington", "Jefferson", "Booker", "Jackson", "Banks", "Freeman"],
            ["310 Lincoln Blvd, Atlanta, GA 30301", "9 Elm St, Detroit, MI 48201"]
        ),
        new(
            "Vietnamese",
            ["Văn An", "Thị Hồng Nhung", "Minh Khôi", "Quang Huy", "Thu Trang", "Bảo Ngọc"],
            ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng"],
            ["45 Nguyễn Huệ, Quận 1, TP. Hồ Chí Minh", "12 phố Huế, Hà Nội"]
        ),
        new(
            "Arabic script",
            ["محمد", "فاطمة", "يوسف", "مريم", "عمر", "ليلى"],
            ["الأحمد", "بن علي", "حسن", "الخطيب", "حداد", "نجار"],
            ["شارع التحرير 12، القاهرة", "١٥ شارع الحمراء، بيروت"]
        ),
        new(
            "Arabic, Latin script",
            ["Mohammed", "Fatima", "Omar", "Aisha", "Khalid", "Noor"],
            ["Al-Rashid", "al-Hassan", "bin Saleh", "Haddad", "El-Sayed", "Khan"],
            ["Villa 12, Al Wasl Road, Dubai", "P.O. Box 4421, Doha"]
        ),
        new(
            "Chinese script",
            ["小明", "芳", "伟", "秀英", "强", "静"],
            ["王", "李", "张", "刘", "陈", "杨"],
            ["北京市朝阳区建国路88号", "上海市南京东路 100 号"]
        ),
        new(
            "Chinese, Latin script",
            ["Wei", "Xiu Ying", "Jun", "Li Na", "Hao", "Mei"],
            ["Zhang", "Wang", "Chen", "Liu", "Huang", "Zhao"],
            ["Room 302, 88 Jianguo Road, Beijing 100022", "15 Nanjing Road, Shanghai 200001"]
        ),
        new(
            "Cyrillic",
            ["Иван", "Ольга", "Дмитрий", "Анна", "Сергей", "Татьяна"],
            ["Петров", "Иванова", "Кузнецов", "Смирнова", "Волков", "Соколов"],
            ["ул. Ленина 10, кв. 5, Москва", "проспект Мира 24, Санкт-Петербург"]
        ),
        new(
            "Ukrainian, Latin script",
            ["Oleksandr", "Nataliya", "Taras", "Iryna", "Bohdan", "Olena"],
            ["Shevchenko", "Kovalenko", "Bondar", "Melnyk", "Tkachenko", "Koval"],
            ["вул. Хрещатик 22, Київ", "Shevchenka St 5, Lviv 79000"]
        ),
        new(
            "Dutch",
            ["Jan", "Anna", "Willem", "Sanne", "Daan", "Femke"],
            ["van de Berg", "de Vries", "van der Meer", "Bakker", "Smit", "ten Hove"],
            ["Keizersgracht 12, 1015 CN Amsterdam", "Dorpsstraat 5, 3511 AB Utrecht"]
        ),
        new(
            "German",
            ["Karl-Heinz", "Ursula", "Jürgen", "Anke", "Günther", "Sabine"],
            ["Müller", "Schmidt-Weber", "von Hagen", "Schneider", "Weiß", "zu Löwen"],
            ["Hauptstraße 12, 10115 Berlin", "Lindenweg 4, 80331 München"]
        ),
        new(
            "French",
            ["Jean-Luc", "Amélie", "Zoë", "François", "Chloé", "Hélène"],
            ["Lefèvre", "Dubois", "d'Arcy", "Moreau", "Le Goff", "Boulanger"],
            ["12 rue de la Paix, 75002 Paris", "3 bis avenue Foch, 69006 Lyon"]
        ),
        new(
            "Spanish",
            ["María José", "Juan Carlos", "Lucía", "Andrés", "Pilar", "Iñaki"],
            ["García-López", "Fernández", "de la Cruz", "Martínez Ruiz", "Herrero", "Zapatero"],
            ["Calle Mayor 5, 28013 Madrid", "Avenida Diagonal 100, 08018 Barcelona"]
        ),
        new(
            "Portuguese and Brazilian",
            ["João", "Ana Beatriz", "Rafael", "Inês", "Tiago", "Luíza"],
            ["da Silva Santos", "dos Reis", "Oliveira", "Pereira", "Ferreira", "de Souza"],
            ["Rua Augusta 200, 1100-053 Lisboa", "Av. Paulista 900, São Paulo"]
        ),
        new(
            "Polish",
            ["Zofia", "Łukasz", "Agnieszka", "Małgorzata", "Paweł", "Jędrzej"],
            ["Wójcik", "Kowalska", "Żak", "Nowak", "Kowalczyk-Lis", "Wiśniewska"],
            ["ul. Długa 5, 00-238 Warszawa", "ul. Floriańska 12/4, 31-021 Kraków"]
        ),
        new(
            "Romanian",
            ["Ștefan", "Ioana", "Mihai", "Andreea", "Gheorghe", "Cătălina"],
            ["Popescu", "Ionescu", "Țepeș", "Dumitrescu", "Munteanu", "Rotaru"],
            ["Str. Victoriei 10, Cluj-Napoca", "Bd. Unirii 5, bl. 3, ap. 12, București"]
        ),
        new(
            "one name only (Indonesian)",
            ["Sukarno", "Madonna", "Suharto", "Susilo", "Megawati", "Joko"],
            [""],
            ["Jalan Sudirman 5, Jakarta 10210", "Jl. Merdeka 17, Bandung"]
        ),
        new(
            "Indian",
            ["Priya", "Venkatesh", "Gurpreet", "Ananya", "Rajesh", "Meera"],
            ["Subramaniam", "Singh", "Kaur Gill", "Patel", "Chaudhury", "Iyer"],
            ["42 MG Road, Bengaluru 560001", "Flat 9, Lake View Apartments, Mumbai 400076"]
        ),
    ];

    /// <summary>True where the family name is written first.</summary>
    public bool IsFamilyFirst => Given[0][0] >= '\u2E80' || Name is "Vietnamese";

    /// <summary>Between the parts of a name: nothing in Chinese script.</summary>
    public string Gap => Given[0][0] >= '\u2E80' ? "" : " ";
}
