//! The table on one page. A row here comes before code.
//!
//! Every partition begins with the account (`A#<account>#…`), but for the global ones, which only the functions that
//! need them may touch. No key of the table holds readable personal data: names and addresses are hashed. The indexes
//! sort by names and addresses, in folded form; erasing the item erases them there.
//!
//! | question | index | partition | sort |
//! |---|---|---|---|
//! | an account | table | `A#a#ACCOUNT` | `-` |
//! | the upload of an account's logo | table | `A#a#ACCOUNT` | `LOGO` |
//! | a user | table | `A#a#USER#u` | `-` |
//! | users by last name | `by_name` | `A#a#USERS` | `<last first>#<id>` |
//! | users by first name | `by_first_name` | `A#a#USERS` | `<first last>#<id>` |
//! | users by login | `by_email` | `A#a#USERS` | `<login>#<id>` |
//! | representatives of a team, or of none, by name | `by_company` | `A#a#TEAM#<t or ->` | `<last first>#<id>` |
//! | team managers by name | `by_company` | `A#a#TEAM_MANAGERS` | `<last first>#<id>` |
//! | all teams | table | `A#a#TEAMS` | `<id>` |
//! | whether a team's name is taken | table | `A#a#TEAM_NAME#<hash>` | `-` |
//! | who is signed in of a team whose logins are counted | table | `A#a#LOGINS` | `<team>` |
//! | the codes of a representative | table | `A#a#CODES#<u>` | `<0-7>` |
//! | whose code digits are | table | `CODE#<hash>` | `-` |
//! | all portals | table | `A#a#PORTALS` | `<id>` |
//! | a user's sign-ins | table | `A#a#USER#u` | `SIGN_IN#<id>` |
//! | a user's second factor | table | `A#a#USER#u` | `TWO_FACTOR` |
//! | which of a user's mailed links is the newest | table | `A#a#USER#u` | `LINK#<purpose>` |
//! | whom a login opens | table | `LOGIN#<hash>` | `-` |
//! | wrong passwords of a login, known or not | table | `ATTEMPTS#<hash>` | `-` |
//! | what a mail's link allows | table | `LINK#<hash>` | `-` |
//! | the seats of a module | table | `A#a#SEATS#m` | `POOL` |
//! | who is at work in a module by which seat | table | `A#a#SEATS#m` | `USE` |
//! | how many seats of a module were in use on a day | table | `A#a#SEATS#m` | `DAY#<yyyy-mm-dd>` |
//! | an account's API keys | table | `A#a#API_KEYS` | `<id>` |
//! | when an API key was last used | table | `A#a#API_KEY_USES` | `<id>` |
//! | what an API key opens | table | `API_KEY#<hash>` | `-` |
//! | users by first name, among the contacts | `by_first_name` | `A#a#USERS` | `<first last>#<id>` |
//! | how a user is reached | table | `A#a#USER#u` | `METHODS` |
//! | a contact | table | `A#a#CONTACT#c` | `-` |
//! | contacts by name | `by_name` | `A#a#CONTACTS` | `<name>#<id>` |
//! | which of a contact method's mailed links is the newest | table | as contact or user | `LINK#<purpose>#<method>` |
//! | a device | table | `A#a#DEVICE#d` | `-` |
//! | devices by name | `by_name` | `A#a#DEVICES` | `<name>#<id>` |
//! | devices by host name | `by_first_name` | `A#a#DEVICES` | `<hostname>#<id>` |
//! | devices by last report: those online, then the others | `by_newest` | `A#a#DEVICES` | `<1\|0><time>#<id>` |
//! | devices of a company by name | `by_company` | `A#a#COMPANY#c#DEVICES` | `<name>#<id>` |
//! | what a device's key opens, and its last report | table | `DEVICE_KEY#<hash>` | `-` |
//! | devices that were online and may be no longer | `by_due` | `DUE#DEVICE#<0-7>` | `<time>#<a>#<id>#<hash>` |
//! | a company | table | `A#a#COMPANY#c` | `-` |
//! | into which company one has been merged | table | `A#a#COMPANY#c` | `MERGED` |
//! | companies by name | `by_name` | `A#a#COMPANIES` | `<name>#<id>` |
//! | whether a company's name is taken | table | `A#a#COMPANY_NAME#<hash>` | `-` |
//! | all services | table | `A#a#SERVICES` | `<id>` |
//! | whether a service's name is taken | table | `A#a#SERVICE_NAME#<hash>` | `-` |
//! | which portal a slug names | table | `PORTAL_SLUG#<slug>` | `-` |
//! | whether a company has a portal | table | `A#a#COMPANY_PORTAL#c` | `-` |
//! | a query | table | `A#a#QUERY#q` | `-` |
//! | newest queries | `by_newest` | `A#a#QUERIES#<0-3>` | `<id>` |
//! | newest queries of a portal | `by_company` | `A#a#PORTAL#p#QUERIES` | `<id>` |
//! | which query a form that was sent has become | table | `A#a#FORM#<hash>` | `-` |
//! | how often something was done in a window of time | table | `A#a#TALLY#<what>` | `<window>` |
//! | a customer | table | `A#a#CUSTOMER#c` | `-` |
//! | what lets a customer into the portal | table | `A#a#CUSTOMER#c` | `PASSWORD` |
//! | a customer's avatar | table | `A#a#CUSTOMER#c` | `AVATAR` |
//! | a customer's sign-ins, and the newest of their mailed links | table | `A#a#CUSTOMER#c` | `SIGN_IN#<id>`, `LINK#<purpose>` |
//! | wrong passwords of a customer, known or not | table | `A#a#CUSTOMER#c` | `ATTEMPTS` |
//! | who has an address | table | `A#a#ADDRESS#<hash>` | `-` |
//! | customers by last name | `by_name` | `A#a#CUSTOMERS` | `<last first>#<id>` |
//! | customers by first name | `by_first_name` | `A#a#CUSTOMERS` | `<first last>#<id>` |
//! | customers by e-mail address | `by_email` | `A#a#CUSTOMERS` | `<email>#<id>` |
//! | newest customers | `by_newest` | `A#a#CUSTOMERS#<0-3>` | `<id>` |
//! | customers of a company by name | `by_company` | `A#a#COMPANY#c#CUSTOMERS` | `<last first>#<id>` |
//! | the denylist, newest first | table | `A#a#DENYLIST` | `<id>` |
//! | whether an address or a domain is denied | table | `A#a#DENIED#<mark>` | `-` |
//! | what has moved in the figures of customers and is not counted yet | table | `A#a#MOVEMENTS` | `<id>` |
//! | figures of customers: now, of a day, of a company | table | `A#a#FIGURES` | `NOW`, `DAY#<yyyy-mm-dd>`, `COMPANY#<id>` |
//! | the companies with the most customers | `by_name` | `A#a#COMPANY_SIZES` | `<customers>#<id>` |
//! | whether an event has been counted | table | `A#a#COUNTED#<id>` | `-` |
//! | events, mails, queries and answers that tell of a customer or a user | `by_person` | `A#a#PERSON#<c or u>` | `<id>` |
//! | imports, newest first | table | `A#a#IMPORTS` | `<id>` |
//! | the chunks of an import's preview | table | `A#a#IMPORT#i` | `CHUNK#<00000>` |
//! | the companies that an import made | table | `A#a#IMPORT#i` | `COMPANY#<id>` |
//! | a mail | table | `A#a#MAIL#m` | `-` |
//! | jobs of a kind, newest first | table | `A#a#JOBS#<kind>` | `<id>` |
//! | the lanes of a job, and what each has skipped | table | `A#a#JOB#j` | `LANE#<0-3>`, `SKIPPED#<0-3>#<00000>` |
//! | what the watchdog must look after | `by_due` | `DUE#<IMPORT\|MAIL>#<0-7>` | `<time>#<a>#<id>` |
//! | jobs that nobody works on | `by_due` | `DUE#JOB#<0-7>` | `<time>#<a>#<id>#<kind>` |
//! | events of a day | table | `A#a#EVENTS#<yyyy-mm-dd>#<0-3>` | `<id>` |
//! | the answer to a request that may come twice | table | `A#a#IDEMPOTENCY#<hash>` | `-` |
//!
//! Lists sorted by names are not sharded: `DynamoDB` splits a busy index partition along its sort key. Lists sorted by
//! time are, because all writes of a moment go to their end.

use domain::{
    AccountId, ApiKeyId, CompanyId, ContactId, CustomerId, DenialId, DeviceId, EventId, ImportId, JobId,
    MailId, MovementId, PortalId, QueryId, ServiceId, SignInId, TeamId, Timestamp, UserId,
    contact::Holder,
    denylist::Mark,
    link::{Person, Purpose},
    seat::SeatModule,
    sign_in::hex,
};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// Partition and sort key of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Key {
    /// Partition key, attribute `pk`.
    pub pk: String,
    /// Sort key, attribute `sk`.
    pub sk: String,
}

/// The sort key of a partition's only item.
pub const ONLY: &str = "-";
/// Shards of lists that are sorted by time.
pub const TIME_SHARDS: u8 = 4;
/// Shards of the due-time index.
pub const DUE_SHARDS: u8 = 8;

fn only(pk: String) -> Key {
    Key { pk, sk: ONLY.into() }
}

fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Which of `shards` an id belongs to.
#[must_use]
pub fn shard(id: &[u8; 16], shards: u8) -> u8 {
    id.last().map_or(0, |byte| byte % shards)
}

/// An account.
#[must_use]
pub fn account(account: AccountId) -> Key {
    only(format!("A#{account}#ACCOUNT"))
}
/// The upload of an account's logo.
#[must_use]
pub fn logo_upload(id: AccountId) -> Key {
    Key { pk: account(id).pk, sk: "LOGO".into() }
}
/// A user.
#[must_use]
pub fn user(account: AccountId, user: UserId) -> Key {
    only(format!("A#{account}#USER#{user}"))
}
/// A user's second factor.
#[must_use]
pub fn two_factor(account: AccountId, id: UserId) -> Key {
    Key { pk: user(account, id).pk, sk: "TWO_FACTOR".into() }
}
/// The list of users.
#[must_use]
pub fn users(account: AccountId) -> String {
    format!("A#{account}#USERS")
}
/// A team.
#[must_use]
pub fn team(account: AccountId, id: TeamId) -> Key {
    Key { pk: teams(account), sk: id.to_string() }
}
/// The partition of all teams.
#[must_use]
pub fn teams(account: AccountId) -> String {
    format!("A#{account}#TEAMS")
}
/// Who is signed in of a team.
#[must_use]
pub fn logins(account: AccountId, team: TeamId) -> Key {
    Key { pk: format!("A#{account}#LOGINS"), sk: team.to_string() }
}
/// Whether a team's name is taken. Takes the folded name.
#[must_use]
pub fn team_name(account: AccountId, name: &str) -> Key {
    only(format!("A#{account}#TEAM_NAME#{}", hash(name)))
}
/// The list of a team's representatives, or of those who are in none.
#[must_use]
pub fn members(account: AccountId, team: Option<TeamId>) -> String {
    let team = team.map_or_else(|| ONLY.to_owned(), |id| id.to_string());
    format!("A#{account}#TEAM#{team}")
}
/// The list of team managers.
#[must_use]
pub fn team_managers(account: AccountId) -> String {
    format!("A#{account}#TEAM_MANAGERS")
}
/// A code of a representative, by its place.
#[must_use]
pub fn code(account: AccountId, user: UserId, place: u8) -> Key {
    Key { pk: codes(account, user), sk: place.to_string() }
}
/// The partition of a representative's codes.
#[must_use]
pub fn codes(account: AccountId, user: UserId) -> String {
    format!("A#{account}#CODES#{user}")
}
/// Whose code these digits are.
#[must_use]
pub fn code_door(digits: &str) -> Key {
    only(format!("CODE#{}", hash(digits)))
}
/// A portal.
#[must_use]
pub fn portal(account: AccountId, id: PortalId) -> Key {
    Key { pk: portals(account), sk: id.to_string() }
}
/// The partition of all portals.
#[must_use]
pub fn portals(account: AccountId) -> String {
    format!("A#{account}#PORTALS")
}
/// The partition of somebody, staff or customer.
#[must_use]
pub fn person(account: AccountId, person: Person) -> String {
    match person {
        Person::User(id) => user(account, id).pk,
        Person::Customer(id) => customer(account, id).pk,
        Person::Method(to) => contact_of(account, to.holder).pk,
    }
}
/// A sign-in of somebody.
#[must_use]
pub fn sign_in(account: AccountId, by: Person, id: SignInId) -> Key {
    Key { pk: person(account, by), sk: format!("{SIGN_IN}{id}") }
}
/// Which of somebody's mailed links is the newest.
#[must_use]
pub fn newest_link(account: AccountId, to: Person, purpose: Purpose) -> Key {
    let of = if let Person::Method(to) = to { format!("#{}", to.method) } else { String::new() };
    Key { pk: person(account, to), sk: format!("LINK#{}{of}", purpose.word()) }
}
/// How sign-ins' sort keys begin.
pub const SIGN_IN: &str = "SIGN_IN#";
/// Whom a login opens. Takes the login's key, see `domain::text::Email::key`.
#[must_use]
pub fn login(login: &str) -> Key {
    only(format!("LOGIN#{}", hash(login)))
}
/// Wrong passwords of a login.
#[must_use]
pub fn attempts(login: &str) -> Key {
    only(format!("ATTEMPTS#{}", hash(login)))
}
/// Wrong passwords of a customer; of one who is not there, too.
#[must_use]
pub fn portal_attempts(account: AccountId, id: CustomerId) -> Key {
    Key { pk: customer(account, id).pk, sk: "ATTEMPTS".into() }
}
/// What the link with this token allows.
#[must_use]
pub fn link(token: &str) -> Key {
    only(format!("LINK#{}", hash(token)))
}
/// The seats of a module.
#[must_use]
pub fn seat_pool(account: AccountId, module: SeatModule) -> Key {
    Key { pk: seats(account, module), sk: "POOL".into() }
}
/// Who is at work in a module by which seat.
#[must_use]
pub fn seat_use(account: AccountId, module: SeatModule) -> Key {
    Key { pk: seats(account, module), sk: "USE".into() }
}
/// How many seats of a module were in use on a day (`yyyy-mm-dd`, UTC).
#[must_use]
pub fn seat_day(account: AccountId, module: SeatModule, day: &str) -> Key {
    Key { pk: seats(account, module), sk: format!("DAY#{day}") }
}
fn seats(account: AccountId, module: SeatModule) -> String {
    format!("A#{account}#SEATS#{}", module.name())
}
/// An API key.
#[must_use]
pub fn api_key(account: AccountId, id: ApiKeyId) -> Key {
    Key { pk: api_keys(account), sk: id.to_string() }
}
/// The partition of all API keys.
#[must_use]
pub fn api_keys(account: AccountId) -> String {
    format!("A#{account}#API_KEYS")
}
/// When an API key was last used.
#[must_use]
pub fn api_key_use(account: AccountId, id: ApiKeyId) -> Key {
    Key { pk: api_key_uses(account), sk: id.to_string() }
}
/// The partition of all last uses of API keys.
#[must_use]
pub fn api_key_uses(account: AccountId) -> String {
    format!("A#{account}#API_KEY_USES")
}
/// What an API key opens. Takes the key's hash.
#[must_use]
pub fn api_key_door(hash: &str) -> Key {
    only(format!("API_KEY#{hash}"))
}
/// A company.
#[must_use]
pub fn company(account: AccountId, id: CompanyId) -> Key {
    only(format!("A#{account}#COMPANY#{id}"))
}
/// Into which company one that is no more has been merged.
#[must_use]
pub fn merged_company(account: AccountId, id: CompanyId) -> Key {
    Key { pk: company(account, id).pk, sk: "MERGED".into() }
}
/// Whether a company's name is taken. Takes the folded name.
#[must_use]
pub fn company_name(account: AccountId, name: &str) -> Key {
    only(format!("A#{account}#COMPANY_NAME#{}", hash(name)))
}
/// The list of companies.
#[must_use]
pub fn companies(account: AccountId) -> String {
    format!("A#{account}#COMPANIES")
}
/// A contact.
#[must_use]
pub fn contact(account: AccountId, id: ContactId) -> Key {
    only(format!("A#{account}#CONTACT#{id}"))
}
/// What is kept of a contact; of a user, that is how they are reached.
#[must_use]
pub fn contact_of(account: AccountId, holder: Holder) -> Key {
    match holder {
        Holder::Contact(id) => contact(account, id),
        Holder::User(id) => Key { pk: user(account, id).pk, sk: "METHODS".into() },
    }
}
/// The list of contacts.
#[must_use]
pub fn contacts(account: AccountId) -> String {
    format!("A#{account}#CONTACTS")
}
/// A device.
#[must_use]
pub fn device(account: AccountId, id: DeviceId) -> Key {
    only(format!("A#{account}#DEVICE#{id}"))
}
/// The list of devices.
#[must_use]
pub fn devices(account: AccountId) -> String {
    format!("A#{account}#DEVICES")
}
/// The list of a company's devices.
#[must_use]
pub fn company_devices(account: AccountId, id: CompanyId) -> String {
    format!("A#{account}#COMPANY#{id}#DEVICES")
}
/// What a device's key opens, and its last report. Takes the key's hash.
#[must_use]
pub fn device_key(hash: &str) -> Key {
    only(format!("DEVICE_KEY#{hash}"))
}
/// A service.
#[must_use]
pub fn service(account: AccountId, id: ServiceId) -> Key {
    Key { pk: services(account), sk: id.to_string() }
}
/// The partition of all services.
#[must_use]
pub fn services(account: AccountId) -> String {
    format!("A#{account}#SERVICES")
}
/// Whether a service's name is taken. Takes the folded name.
#[must_use]
pub fn service_name(account: AccountId, name: &str) -> Key {
    only(format!("A#{account}#SERVICE_NAME#{}", hash(name)))
}
/// Which portal a slug names.
#[must_use]
pub fn portal_slug(slug: &str) -> Key {
    only(format!("PORTAL_SLUG#{slug}"))
}
/// Whether a company has a portal.
#[must_use]
pub fn company_portal(account: AccountId, id: CompanyId) -> Key {
    only(format!("A#{account}#COMPANY_PORTAL#{id}"))
}
/// A query.
#[must_use]
pub fn query(account: AccountId, id: QueryId) -> Key {
    only(format!("A#{account}#QUERY#{id}"))
}
/// A shard of the list of the newest queries.
#[must_use]
pub fn newest_queries(account: AccountId, shard: u8) -> String {
    format!("A#{account}#QUERIES#{shard}")
}
/// The list of a portal's queries.
#[must_use]
pub fn portal_queries(account: AccountId, id: PortalId) -> String {
    format!("A#{account}#PORTAL#{id}#QUERIES")
}
/// Which query a form that was sent has become. Takes what tells the form with its content.
#[must_use]
pub fn form(account: AccountId, sent: &str) -> Key {
    only(format!("A#{account}#FORM#{}", hash(sent)))
}
/// How often something was done in the window that begins at `from`. Takes what it is, without personal data.
#[must_use]
pub fn tally(account: AccountId, what: &str, from: Timestamp) -> Key {
    Key { pk: format!("A#{account}#TALLY#{what}"), sk: from.to_string() }
}
/// A customer.
#[must_use]
pub fn customer(account: AccountId, id: CustomerId) -> Key {
    only(format!("A#{account}#CUSTOMER#{id}"))
}
/// A customer's avatar.
#[must_use]
pub fn avatar(account: AccountId, id: CustomerId) -> Key {
    Key { pk: customer(account, id).pk, sk: "AVATAR".into() }
}
/// What lets a customer into the portal.
#[must_use]
pub fn portal_password(account: AccountId, id: CustomerId) -> Key {
    Key { pk: customer(account, id).pk, sk: "PASSWORD".into() }
}
/// Who has an address. Takes the address's key, see `domain::text::Email::key`.
#[must_use]
pub fn address(account: AccountId, address: &str) -> Key {
    only(format!("A#{account}#ADDRESS#{}", hash(address)))
}
/// The list of customers.
#[must_use]
pub fn customers(account: AccountId) -> String {
    format!("A#{account}#CUSTOMERS")
}
/// A shard of the list of the newest customers.
#[must_use]
pub fn newest_customers(account: AccountId, shard: u8) -> String {
    format!("A#{account}#CUSTOMERS#{shard}")
}
/// The list of a company's customers.
#[must_use]
pub fn company_customers(account: AccountId, id: CompanyId) -> String {
    format!("A#{account}#COMPANY#{id}#CUSTOMERS")
}
/// The records that tell of somebody.
#[must_use]
pub fn traces(account: AccountId, person: Person) -> String {
    format!("A#{account}#PERSON#{person}")
}
/// The partition of the denylist.
#[must_use]
pub fn denylist(account: AccountId) -> String {
    format!("A#{account}#DENYLIST")
}
/// An entry of the denylist.
#[must_use]
pub fn denial(account: AccountId, id: DenialId) -> Key {
    Key { pk: denylist(account), sk: id.to_string() }
}
/// Whether an address or a domain is denied, by its mark.
#[must_use]
pub fn denied(account: AccountId, mark: &Mark) -> Key {
    only(format!("A#{account}#DENIED#{}", mark.as_str()))
}
/// Whether an event has been counted.
#[must_use]
pub fn counted(account: AccountId, event: EventId) -> Key {
    only(format!("A#{account}#COUNTED#{event}"))
}
/// What has moved in the figures and is not counted yet.
#[must_use]
pub fn movement(account: AccountId, id: MovementId) -> Key {
    Key { pk: movements(account), sk: id.to_string() }
}
/// The partition of all that has moved in the figures and is not counted yet.
#[must_use]
pub fn movements(account: AccountId) -> String {
    format!("A#{account}#MOVEMENTS")
}
/// The partition of the figures of customers.
#[must_use]
pub fn figures(account: AccountId) -> String {
    format!("A#{account}#FIGURES")
}
/// How many customers there are now.
#[must_use]
pub fn figures_now(account: AccountId) -> Key {
    Key { pk: figures(account), sk: NOW.into() }
}
/// The sort key of the figures of now: behind those of all days.
pub const NOW: &str = "NOW";
/// The figures of a day.
#[must_use]
pub fn figures_of_day(account: AccountId, date: Date) -> Key {
    Key { pk: figures(account), sk: format!("DAY#{date}") }
}
/// How many customers a company has.
#[must_use]
pub fn company_size(account: AccountId, id: CompanyId) -> Key {
    Key { pk: figures(account), sk: format!("COMPANY#{id}") }
}
/// The list of companies by how many customers they have.
#[must_use]
pub fn company_sizes(account: AccountId) -> String {
    format!("A#{account}#COMPANY_SIZES")
}
/// An import.
#[must_use]
pub fn import(account: AccountId, id: ImportId) -> Key {
    Key { pk: imports(account), sk: id.to_string() }
}
/// The partition of all imports.
#[must_use]
pub fn imports(account: AccountId) -> String {
    format!("A#{account}#IMPORTS")
}
/// A chunk of an import's preview; chunks count from 0.
#[must_use]
pub fn chunk(account: AccountId, id: ImportId, chunk: u32) -> Key {
    Key { pk: of_import(account, id), sk: format!("{CHUNK}{chunk:05}") }
}
/// How chunks' sort keys begin.
pub const CHUNK: &str = "CHUNK#";
/// A company that an import made.
#[must_use]
pub fn made_company(account: AccountId, id: ImportId, company: CompanyId) -> Key {
    Key { pk: of_import(account, id), sk: format!("{MADE_COMPANY}{company}") }
}
/// How the sort keys of companies that an import made begin.
pub const MADE_COMPANY: &str = "COMPANY#";
/// The partition of what belongs to an import.
#[must_use]
pub fn of_import(account: AccountId, id: ImportId) -> String {
    format!("A#{account}#IMPORT#{id}")
}
/// A job.
#[must_use]
pub fn job(account: AccountId, kind: &str, id: JobId) -> Key {
    Key { pk: jobs(account, kind), sk: id.to_string() }
}
/// The partition of all jobs of a kind.
#[must_use]
pub fn jobs(account: AccountId, kind: &str) -> String {
    format!("A#{account}#JOBS#{kind}")
}
/// The partition of what belongs to a job.
#[must_use]
pub fn parts_of_job(account: AccountId, id: JobId) -> String {
    format!("A#{account}#JOB#{id}")
}
/// How lanes' sort keys begin.
pub const LANE: &str = "LANE#";
/// How the sort keys of lists of skipped customers begin.
pub const SKIPPED: &str = "SKIPPED#";
/// A lane of a job.
#[must_use]
pub fn lane(account: AccountId, id: JobId, lane: u8) -> Key {
    Key { pk: parts_of_job(account, id), sk: format!("{LANE}{lane}") }
}
/// A list of customers whom a lane has skipped; lists count from 0.
#[must_use]
pub fn skipped(account: AccountId, id: JobId, lane: u8, list: u32) -> Key {
    Key { pk: parts_of_job(account, id), sk: format!("{SKIPPED}{lane}#{list:05}") }
}
/// A mail.
#[must_use]
pub fn mail(account: AccountId, id: MailId) -> Key {
    only(format!("A#{account}#MAIL#{id}"))
}
/// An event.
#[must_use]
pub fn event(account: AccountId, at: Timestamp, id: EventId) -> Key {
    let (day, shard) = (at.strftime("%F").to_string(), shard(id.bytes(), TIME_SHARDS));
    Key { pk: events(account, &day, shard), sk: id.to_string() }
}
/// A shard of the events of a day (`yyyy-mm-dd`, UTC).
#[must_use]
pub fn events(account: AccountId, day: &str, shard: u8) -> String {
    format!("A#{account}#EVENTS#{day}#{shard}")
}
/// A shard of the due-time index.
#[must_use]
pub fn due(kind: &str, shard: u8) -> String {
    format!("DUE#{kind}#{shard}")
}
/// The sort key of the due-time index.
#[must_use]
pub fn due_at(at: Timestamp, account: AccountId, id: &str) -> String {
    // Whole seconds, so that the text sorts as the time does.
    format!("{}#{account}#{id}", at.strftime("%Y-%m-%dT%H:%M:%SZ"))
}
/// The recorded answer to a request; `fingerprint` tells user, endpoint and `Idempotency-Key`.
#[must_use]
pub fn idempotency(account: AccountId, fingerprint: &str) -> Key {
    only(format!("A#{account}#IDEMPOTENCY#{}", hash(fingerprint)))
}
