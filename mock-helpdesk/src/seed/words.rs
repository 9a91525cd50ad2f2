//! What names, subjects and messages are made of.

pub(super) const FIRST_NAMES: &[&str] = &[
    "Ada", "Amir", "Anna", "Ben", "Bruno", "Carla", "Chen", "Dana", "David", "Elif", "Emma",
    "Farid", "Grace", "Hana", "Hugo", "Ines", "Ivan", "Jonas", "Julia", "Kofi", "Lena", "Liam",
    "Lucia", "Maja", "Marco", "Mei", "Mona", "Nadia", "Noah", "Olga", "Omar", "Paul", "Priya",
    "Quinn", "Rosa", "Sami", "Sara", "Tom", "Uma", "Vera", "Wim", "Yuki", "Zoe",
];

pub(super) const LAST_NAMES: &[&str] = &[
    "Abbas", "Adler", "Almeida", "Baker", "Berg", "Bianchi", "Brown", "Costa", "Dubois", "Evans",
    "Fischer", "Garcia", "Gupta", "Haddad", "Hansen", "Ito", "Jansen", "Jones", "Khan", "Kim",
    "Kowalski", "Larsen", "Lopez", "Martin", "Mensah", "Meyer", "Moreau", "Nagy", "Novak",
    "Okafor", "Olsen", "Patel", "Petrov", "Rossi", "Santos", "Schmidt", "Silva", "Smith", "Suzuki",
    "Tanaka", "Walker", "Wang", "Weber", "Wong", "Yilmaz",
];

pub(super) const COMPANIES: &[&str] = &[
    "Alder",
    "Birch",
    "Cobalt",
    "Delta",
    "Ember",
    "Fjord",
    "Granite",
    "Harbour",
    "Indigo",
    "Juniper",
    "Kestrel",
    "Linden",
    "Meridian",
    "North Sea",
    "Orchard",
    "Pioneer",
    "Quarry",
    "Riverside",
    "Saffron",
    "Tundra",
    "Umber",
    "Vantage",
    "Willow",
    "Zenith",
];

pub(super) const BUSINESSES: &[&str] = &[
    "Analytics",
    "Bakery",
    "Bikes",
    "Clinic",
    "Consulting",
    "Energy",
    "Foods",
    "Insurance",
    "Logistics",
    "Media",
    "Motors",
    "Press",
    "Software",
    "Tools",
    "Travel",
    "Water",
];

pub(super) const THINGS: &[&str] = &[
    "Printer", "Laptop", "Invoice", "Password", "Order", "Delivery", "Account", "Website", "Phone",
    "Screen", "Backup", "Contract", "Calendar", "Mailbox", "Licence", "Scanner", "App", "Refund",
];

pub(super) const TROUBLES: &[&str] = &[
    "is missing",
    "does not work",
    "on fire",
    "cannot be opened",
    "needs to be changed",
    "lost",
    "is too slow",
    "shows an error",
    "arrived twice",
    "is not what I ordered",
    "has expired",
    "stopped working after the update",
    "wanted for a new colleague",
    "question",
];

pub(super) const SENTENCES: &[&str] = &[
    "It worked yesterday.",
    "Since this morning nothing happens at all.",
    "Can you have a look?",
    "I have tried to turn it off and on again.",
    "Thank you for your quick answer.",
    "Could you send me the number of the order?",
    "That did not help, I am afraid.",
    "A colleague has the same problem.",
    "There is no hurry.",
    "This is urgent for us.",
    "We are looking into it.",
    "Please try once more and tell me what you see.",
    "The error says that something went wrong.",
    "I could not find anything about it in the manual.",
];

pub(super) const LABELS: &[&str] =
    &["billing", "bug", "delivery", "hardware", "network", "onboarding", "refund", "urgent", "vip"];

pub(super) const DOMAINS: &[&str] = &["example.com", "example.net", "example.org"];

/// How often values of enumerations are met, in proportion; others as if they stood here with 10.
pub(super) const WEIGHTS: &[(&str, u64)] = &[
    ("awaiting_agent", 20),
    ("awaiting_user", 18),
    ("pending", 6),
    ("resolved", 40),
    ("archived", 12),
    ("closed", 2),
    ("hidden", 2),
    ("published", 80),
    ("web.api", 10),
    ("web.person", 60),
    ("web.agent.portal", 20),
];
