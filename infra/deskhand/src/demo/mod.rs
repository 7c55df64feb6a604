//! The demo: an account to look around in, with two companies, three services, a small organisation and some customers.

mod organisation;

use domain::{
    AccountId, Actor, Changed, Event, Locale, Moment, Problem, TeamId,
    account::{Account, Manners},
    company::{Company, CompanyInput},
    company_access::CompanyAccess,
    customer::{Access, Customer, CustomerInput, Named, PortalAccess, ServiceAccess},
    service::{Service, ServiceInput, Status},
    text::Email,
    user::{Module, Right, Role, User, UserInput},
};
use runtime::{App, password};

/// The password of all demo logins.
pub const PASSWORD: &str = "Deskhand-demo-1";
/// How many customers there are.
const CUSTOMERS: usize = 300;
const FIRST: [&str; 12] =
    ["Ana", "Ben", "Chloé", "Dario", "Elif", "Fatima", "Günther", "Hana", "Inês", "Jonas", "Kenji", "Lucía"];
const LAST: [&str; 15] = [
    "Almeida",
    "Brandt",
    "Costa",
    "Dubois",
    "Eriksen",
    "Ferrari",
    "García",
    "Horváth",
    "Ivanova",
    "Jansen",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Novák",
    "Okafor",
];
const JOBS: [&str; 5] = ["Office manager", "Accountant", "Engineer", "Head of sales", "Nurse"];

/// Fills an empty deployment; leaves one that has the demo alone. True when it was filled.
pub async fn fill(app: &App) -> Result<bool, Problem> {
    let manager =
        Email::parse("manager@demo.example").ok_or_else(|| Problem::Bug("the demo's login".into()))?;
    if app.store().credential(&manager).await?.0.is_some() {
        return Ok(false);
    }
    let account = account(&mut app.moment());
    let hash = password::hash(&mut app.moment(), PASSWORD)?;
    let chief =
        Staff { login: "manager", name: ("Maria", "Berger"), role: Role::CompanyManager, team_id: None };
    user(app, &account, &chief, &hash).await?;
    organisation::fill(app, &account, &hash).await?;
    let mut companies = vec![];
    for name in ["Northwind Clinics", "Alpine Logistics"] {
        let company = Company::create(
            &mut app.moment(),
            account.id,
            Actor::System,
            &CompanyInput { name: name.into() },
        )?;
        companies.push(app.store().create_company(company).await?.thing);
    }
    let services = services(app, account.id, &companies).await?;
    customers(app, &account, (&companies, &services)).await?;
    Ok(true)
}

fn account(moment: &mut Moment) -> Account {
    Account::new(moment, "Demo Works", Manners { locale: Locale::En, time_zone: "Europe/Berlin".into() })
}

/// Somebody who works in the demo.
struct Staff {
    login: &'static str,
    name: (&'static str, &'static str),
    role: Role,
    /// The team that they are in, or manage.
    team_id: Option<TeamId>,
}

/// A user who has set their password. The first one opens the account.
async fn user(app: &App, account: &Account, staff: &Staff, hash: &str) -> Result<(), Problem> {
    let moment = &mut app.moment();
    let manages = staff.role == Role::TeamManager;
    let input = UserInput {
        first_name: staff.name.0.into(),
        last_name: staff.name.1.into(),
        login: format!("{}@demo.example", staff.login),
        screen_name: staff.name.0.into(),
        role: staff.role,
        team_id: staff.team_id.filter(|_| !manages),
        team_ids: staff.team_id.filter(|_| manages).into_iter().collect(),
        rights: if manages { Right::ALL.into() } else { [].into() },
        company_access: CompanyAccess::ALL,
        modules: Module::ALL.into(),
        ..UserInput::default()
    };
    let teams = app.store().teams(account.id).await?;
    let named = domain::user::Named { teams, ..account.clone().into() };
    let invited = User::invite(moment, Actor::System, &input, &named)?;
    let user = invited.now.clone();
    if staff.role == Role::CompanyManager {
        let opened = Event::new(moment, account.id, Actor::System, "account.opened", account.id);
        let account = Changed { now: account.clone(), events: vec![opened] };
        app.store().create_account(account, invited, None, None).await?;
    } else {
        app.store().create_user(invited, None).await?;
    }
    let kept = app.store().user(account.id, user.id).await?;
    let active = kept.thing.clone().activate(moment);
    app.store().set_password(&kept, active, (hash.to_owned(), moment.now), vec![]).await
}

async fn services(app: &App, account: AccountId, companies: &[Company]) -> Result<Vec<Service>, Problem> {
    let clinics: Vec<_> = companies.iter().take(1).map(|company| company.id).collect();
    let wanted = [
        ("Help desk", "Everything with a plug", vec![]),
        ("Network", "Lines, wireless, VPN", vec![]),
        ("Clinic software", "Patient files and billing", clinics),
    ];
    let mut services = vec![];
    for (name, description, company_ids) in wanted {
        let input = ServiceInput {
            name: name.into(),
            description: description.into(),
            company_ids,
            status: Status::Active,
        };
        let service = Service::create(&mut app.moment(), account, Actor::System, &input)?;
        services.push(app.store().create_service(service).await?.thing);
    }
    Ok(services)
}

async fn customers(
    app: &App,
    account: &Account,
    (companies, services): (&[Company], &[Service]),
) -> Result<(), Problem> {
    let mut people = vec![];
    for (number, (first, last)) in FIRST.iter().cycle().zip(LAST.iter().cycle()).enumerate().take(CUSTOMERS) {
        let company = companies.get(number % 3);
        let open = services.iter().filter(|service| service.is_open_to(company.map(|company| company.id)));
        let given = open
            .map(|service| ServiceAccess { service_id: service.id, access: Access::PortalAccess })
            .collect();
        let portal_access =
            [PortalAccess::Standard, PortalAccess::None].get(usize::from(number % 5 == 4)).copied();
        let input = CustomerInput {
            first_name: (*first).into(),
            last_name: (*last).into(),
            email: format!("customer{number:03}@example.org"),
            company_id: company.map(|company| company.id),
            job_title: JOBS.get(number % JOBS.len()).copied().unwrap_or_default().into(),
            portal_access: portal_access.unwrap_or_default(),
            services: given,
            ..CustomerInput::default()
        };
        let named = Named { company: company.cloned(), services: services.to_vec(), ..Named::default() };
        let customer = Customer::create(&mut app.moment(), account, Actor::System, &input, &named)?;
        people.push((customer.now, None));
    }
    app.store().create_customers(&mut app.moment(), people).await?;
    app.store().count_movements(account.id, || false).await
}
