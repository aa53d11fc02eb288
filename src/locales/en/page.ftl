### Texts of the public pages.

## Landing
home-title = Solve a problem with a company, in writing
home-lead = Say what happened. You talk, exchange proposals and, if you want, an impartial mediator helps. The agreement is signed here.
home-complain = Make a complaint
home-enter = I already have a case
home-my-cases = See my cases
home-free-title = Free for you
home-free = No account and no password: a link in your e-mail lets you in.
home-leave-title = You can leave at any time
home-leave = Nothing here takes away your right to go to a consumer agency or to court.
home-private-title = What is private stays private
home-private = What you tell only the mediator, the company does not see.
home-proof-title = The agreement is a contract
home-proof = If it was made in mediation, it can be enforced directly in court. Anyone can check that nothing changed.
home-steps-title = How it works
home-step-1 = You say what happened and what you ask for.
home-step-2 = The company is invited and answers.
home-step-3 = You exchange proposals. Either side can ask for a mediator.
home-step-4 = The agreement is written out, and each party reads and signs it.
home-step-5 = We follow up until everything is done.
home-team-title = Companies, mediators and staff
home-team = Sign in with your e-mail and password to see your cases.
home-team-enter = Sign in with a password
home-free-software = acordo is free software (AGPL-3.0).
home-source = Source code
home-licences = Licences
home-verify-title = Did you receive an agreement?
home-verify = Check that the file is genuine and complete.
home-verify-go = Check an agreement

## Sign in
sign-in-title = Sign in
sign-in-link-title = Get a link by e-mail
sign-in-link-hint = For people who have a case with a company. Use the same e-mail as before.
sign-in-link-send = Send the link
sign-in-link-sent = If this address has a case here, the link arrives in a few minutes. Look in the spam folder, too.
sign-in-team-title = Sign in with a password
sign-in-team-hint = For companies, mediators and staff.
sign-in-forgotten = Forgot your password?
sign-in-go = Sign in
sign-in-password-missing = Enter your password

## Link from a mail
link-title = Open your case
link-open-lead = This link is yours alone. When you continue, you sign in without a password on this device.
link-case = Case
link-company = Company
link-continue = Continue
link-used-title = This link has already been used
link-expired-title = This link has expired
link-renew-lead = For security, each link works once. We can send a new one to the same e-mail.
link-renew = Send a new link
link-sent-title = Check your e-mail
link-sent = The new link arrives in a few minutes. Look in the spam folder, too.
link-unknown-title = We do not know this link
link-unknown = Copy the whole address from the e-mail, or ask for a new link.
link-ask = Ask for a new link
link-already = You are already signed in.
link-go-cases = See my cases

## Complaint
complain-title = Make a complaint
complain-lead = It takes about 5 minutes. What you write is kept on this device until you send it.
complain-draft = You continue where you left off.
complain-draft-forget = Start again
complain-part-company = Who the problem is with
complain-part-story = What happened
complain-part-wish = What you ask for
complain-part-you = About you
complain-part-rules = Rules
complain-company = Company
complain-company-hint = Type the name and choose from the list.
complain-company-none = No company with this name takes part.
complain-company-found = { $count ->
    [one] 1 company in the list
   *[other] { $count } companies in the list
}
complain-company-change = Change
complain-company-fault = Choose the company from the list
complain-product = Product or service
complain-product-hint = For example: fridge, internet plan.
complain-product-fault = Say which product or service it is
complain-order = Order or contract number
complain-story = Tell us what happened
complain-story-hint = Facts and dates, in your own way. No legal terms are needed.
complain-story-fault = Tell us what happened
complain-date = When it happened
complain-date-fault = The date cannot be in the future
complain-protocols = Earlier reference numbers
complain-protocols-hint = If you talked to the company before. Separate them with commas.
complain-remedy = What would solve it for you?
complain-remedy-fault = Choose what you ask for
complain-remedy-words = Would you like to explain your request?
complain-amount = Amount in dispute
complain-amount-hint = How much you paid or lost.
complain-currency = Currency
complain-name = Full name
complain-name-hint = As on your identity document.
complain-email-hint = The link to confirm the complaint and follow the case arrives here. The company does not see this address.
complain-identifier = Identity number
complain-identifier-hint = Needed only to sign an agreement. You may give it later.
complain-language = Language of the conversation
complain-access = Do you need anything in order to take part?
complain-access-hint = For example: screen reader, more time, an interpreter.
complain-send = Send the complaint
complain-next = First we send a link to your e-mail. The company receives the complaint only after you confirm it.
complain-sent-title = Check your e-mail
complain-sent = We sent a link to { $email }. The complaint goes ahead when you open the link and confirm, until { $until }.
complain-sent-reference = Your case number
complain-sent-next = What happens now
complain-sent-1 = After that, as soon as the case is admitted, the company receives the invitation and has until a set date for its first reply; without one, the case goes to the ombudsman. The dates are on the page of the case.
complain-sent-2 = When the company answers, you get an e-mail.
complain-sent-3 = The company's silence never counts against you.
complain-sent-spam = Nothing there? Look in the spam folder.
complain-sent-again = Send the link again
complain-sent-again-done = We sent it again.
complain-sent-mailbox = Open the demo's mailbox
complain-sent-waiting = Complaint { $reference } waits to be confirmed, too
complain-sent-begun = Continue the other complaint begun on this device
complain-sent-another = Make another complaint
complain-sent-back = Complaint { $reference } waits for you to confirm it: see it
complain-sent-0 = You open the link, check and confirm. Before that the company receives nothing; without it the complaint is dropped.
complain-correct = Correct it
complain-correct-title = Correct the complaint
complain-correct-lead = It is not confirmed yet, and the company has received nothing. If the e-mail changes, the link goes to the new one.
complain-correct-send = Save the correction
complain-correct-back = Back without correcting
complain-drop = Drop the complaint
complain-drop-title = Drop the complaint?
complain-drop-lead = What you wrote is deleted. The company has received nothing and will not hear of it.
complain-drop-keep = Keep it
confirm-title = Check and confirm your complaint
confirm-lead = { $company } has received nothing yet. When you confirm, it receives an invitation to talk and what is below, except your e-mail address. You can confirm until { $until }.
confirm-cpf = It receives the identity number only if it accepts the invitation.
confirm-unsure = No answer came. We do not know yet whether the confirmation arrived; we are checking and will say so here. Confirming again repeats nothing.
confirm-lost = The confirmation did not arrive. Confirm again.
confirm-going = Your confirmation is on its way. When it arrives, { $company } receives an invitation to talk.
confirm-changed = The complaint was corrected after you opened it. Below it stands as it is now: check it before you confirm.
confirm-elsewhere = The account { $email } is open on this device. When you confirm, you leave it and enter the case of this complaint.
confirm-go = Confirm the complaint
confirm-dropped-title = The complaint was dropped
confirm-dropped = What it said was deleted. The company received nothing.
confirm-used-title = You have already confirmed this complaint
confirm-used = The case is open. We sent a new link into it to the e-mail address of the complaint.
confirm-over-title = This complaint no longer waits to be confirmed
confirm-over = It was confirmed or dropped, or its time is over. If you confirmed it, the case is open and the link to it is in your e-mail; if not, the company received nothing.
confirm-unknown-title = We do not know this link
confirm-unknown = Open the link of the newest e-mail and copy the whole address. If the complaint was corrected, only the last link works.
confirm-sign_in-title = Complaint confirmed
confirm-sign_in = The case is open. Your account has a password: sign in with it to see the case.
confirm-sign-in-go = Sign in with the password
confirm-mailed-title = Check the new e-mail
confirm-mailed = The correction is saved. We sent a link to { $email }; the complaint goes ahead when it is confirmed there.
confirm-home = Go to the start

## Invitation
invite-title = { $company } wants to resolve your case with you
invite-title-company = { $consumer } wants to resolve a problem with { $company }
invite-lead = The conversation is in writing, right here. If needed, a mediator who does not work for the company helps.
invite-lead-company = Read the complaint below. To answer it and make proposals, accept the invitation.
invite-case = Case
invite-filed = Opened on
invite-until = The invitation is valid until
invite-free-title = Free for you
invite-free = The company pays for the mediation. No account, no password.
invite-time-title = In your own time
invite-time = You answer when you can, within the dates shown.
invite-leave-title = You can leave at any time
invite-leave = You may still go to a consumer agency or to court.
invite-company-1-title = Confidential
invite-company-1 = What is said in mediation cannot be used as evidence, subject to legal exceptions. Your documents stay yours.
invite-subject = Subject
invite-dates = Dates to answer by
invite-dates-over = No deadline applies to this invitation any more.
invite-readers-title = Who reads what you write
invite-readers = In the joint room: { $consumer }, the people from { $company } in this case and, if there is a mediation, the mediator. Team notes stay within the company.
invite-ways = What you can do
invite-way-accept-title = Accept
invite-way-accept = Whoever accepts takes on the case, and the other side sees their name. You can hand the case over to somebody else on your team later.
invite-way-refuse-title = Refuse
invite-way-refuse = The refusal is recorded in a certificate, and the case closes unless it is already with the ombudsman. The other side may take the case to the ombudsman.
invite-way-colleague-title = Leave it to somebody else on your team
invite-way-colleague = Whoever represents { $company } here opens this same address and answers. The deadline stays the same.
invite-colleague-address = Address of this invitation
invite-colleague-copy = Copy the address
invite-colleague-copied = Address copied
invite-colleague-failed = This browser did not allow copying. Select the address and copy it.
invite-continue = Continue
invite-no = I do not want to take part
invite-step = Step 2 of 2
invite-consent-title = Read and accept the rules
invite-join = Join the conversation
invite-back = Back to the invitation
invite-refuse-title = It is fine not to take part
invite-refuse-lead = Refusing takes away none of your rights.
invite-refuse-lead-company = The refusal is recorded in the case.
invite-refuse-1-title = You can still complain
invite-refuse-1 = At a consumer agency or in court.
invite-refuse-1-title-company = The other side remains free to act
invite-refuse-1-company = It may take the case to a consumer agency or to court.
invite-refuse-2-title = The other side is told
invite-refuse-2 = A certificate says that there was an invitation and that it was refused. Nothing more.
invite-refuse-3-title = You can change your mind
invite-refuse-3 = After the refusal the invitation can still be accepted for some time. The page of the case says until when.
invite-refuse-go = Refuse the invitation
invite-refuse-back = Go back and take part
invite-refused = You refused this invitation. Until { $day } you can still accept it.
invite-lapsed = This invitation was not answered, and the case was closed. It can still be accepted until { $day }.
invite-refused-now = You refused this invitation. You can still change your mind: the page of the case says until when.
invite-refused-title = We recorded your refusal
invite-refused-changed = I changed my mind

## List of a consumer's cases
cases-title = My cases
cases-empty = You have no cases here yet.
cases-unread = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
cases-more = Show more

## Demo
demo-title = Try acordo
demo-lead = This installation is only for trying out. Open each person in a tab: each has an address of its own and they do not mix.
demo-none = This is not a demo installation.
demo-people = People
demo-enter = Enter as { $name }
demo-entering = Entering as { $name }…
demo-role-consumer = Consumer
demo-role-rep = Company representative
demo-role-company = Company
demo-role-manager = Company manager
demo-role-mediator = Mediator
demo-role-coordinator = Coordinator
demo-role-admin = Administrator of the centre
demo-role-ombudsman = The company's ombudsman
demo-role-legal = The company's legal team
demo-role-operator_ombudsman = Independent ombudsman
demo-role-operator_legal = The platform's legal team
demo-people-here = People at { $host }
demo-elsewhere = People at other addresses ({ $count })
demo-clock = Let time pass
demo-clock-lead = The clock of the demonstration moves for everybody, and deadlines take effect as they would. It does not go back.
demo-clock-pass = { $count ->
    [one] + { $count } day
   *[other] + { $count } days
  }
demo-clock-now = In the demonstration it is now { $day }.
demo-fresh-title = A fresh case
demo-fresh = We file a real complaint, the same way as any other.
demo-fresh-go = Open a fresh case
demo-fresh-done = Case { $reference } is open. Enter as:
demo-cases = Cases at other stages
demo-case-consumer = See as { $name }
demo-case-proof = The invitation page asks for something that the company knows: the tax number begins with { $proof }.
demo-mail = The demo's mailbox

## Rules of the mediation
rules-accept = I accept the rules of the mediation.
rules-accept-more = Nothing said in mediation can be used as evidence, subject to legal exceptions.
rules-accept-fault = Tick that you accept the rules of the mediation
rules-online = I agree to talk online.
rules-online-more = The law requires this consent for an online mediation.
rules-online-fault = Tick that you agree to talk online
rules-read = Read the rules (2 minutes)
rules-title = Rules of the mediation
rules-voluntary-title = It is voluntary
rules-voluntary = Each side comes by choice and may leave at any time. Nothing is decided unless both agree.
rules-confidential-title = It is confidential
rules-confidential = What is said or offered in mediation may not be told outside or used in court, subject to legal exceptions. Your own documents stay yours: you may use them anywhere. What you tell only the mediator stays between you.
rules-impartial-title = The mediator is impartial
rules-impartial = The mediator does not decide and represents nobody. Before starting, the mediator discloses any conflict of interest.
rules-good-faith-title = Good faith and respect
rules-good-faith = Tell the truth, answer in time, treat the other person well.
rules-online-title = It is in writing, online
rules-online-text = The conversation, the proposals and the signatures are recorded with date and time.
rules-rights-title = Your rights remain
rules-rights = While the mediation lasts, the limitation period is suspended. The time limits for complaining about defects are separate: ask before they end. You may ask for legal help, for example from a public defender.

## Forms
form-fault-name = Enter your full name
form-fault-email = Enter an e-mail address, like ana@example.com
form-email = E-mail
form-password = Password

## Who runs this site
about-title = Who runs this site, help and your data
about-operator = Who runs it
about-operator-none = Whoever runs this site has not said yet who they are.
about-legal = { $name }, { $identifier }, { $address }
about-neutral = The mediation centre is not a party to any case. Mediators decide for nobody.
about-person = Talk to a person
about-person-none = Whoever runs this site has given no contact here. In a case, write in the room: everyone in it can read that.
about-data = Your data
about-data-kept = The server of this centre keeps your name, your e-mail address, what you write and send and, when you sign, the internet address and the browser you used.
about-data-readers = The joint room is read by both sides and the mediator and, if the case goes to the company's own ombudsman or legal team, by that team. A private conversation is read by one side and the mediator alone. The coordinators see names and dates; the team of the centre that receives a case reads the complaint, the questions, the answers and what was released to it.
about-data-mail = E-mails say that something happened, never what was said.
about-data-record = What was said and done in a case stays in its record, which is evidence for both sides and is therefore never rewritten.
about-data-rights-br = To learn what is held about you, to correct it or to ask for its deletion (LGPD of Brazil, art. 18), use the contact above.
about-data-rights-eu = To learn what is held about you, to correct it or to ask for its erasure (GDPR, arts. 15 to 17), use the contact above.
about-data-rights-uk = To learn what is held about you, to correct it or to ask for its erasure (UK GDPR, arts. 15 to 17), use the contact above.
about-privacy = Privacy notice

# What the site holds about a person
mine-title = Your data
mine-lead = Download what this site holds about you: your account, your sign-ins, the links and codes that were sent to you and, case by case, what you said, sent, signed and decided.
mine-form = It is a ZIP file, with pages to read and the same data for programs (JSON).
mine-others = What other people said is not in it. The files that you sent stay on the page of each case.
mine-get = Download my data
mine-busy = Preparing…
mine-done = The file was handed to your browser.
mine-enter = Sign in to download your data.
about-data-get = Download what this site holds about you
