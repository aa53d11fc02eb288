# The agreement on paper (PDF).
paper-status-shown = Version presented for signature
paper-status-signed = Electronically signed document
paper-case = Case
paper-version = Version
paper-created-at = Drafted on
paper-parties = Parties
paper-obligations = Obligations
paper-column-number = No.
paper-column-obligation = Obligation
paper-column-amount = Amount
paper-column-due = Due
paper-debtor = Owed by:
paper-creditor = Owed to:
paper-clauses = Clauses
paper-nature = Nature of this document
paper-signing = Signatures
paper-signing-text = This document is signed electronically by the persons below. After the last signature it receives the page that certifies who signed, when and how.
paper-integrity = Integrity
paper-integrity-text = The codes below identify the content of this document. A change of a single letter would give different codes. Signatures are given over the document code.
paper-document-hash = Document code
paper-terms-hash = Terms code
paper-record-root = Root of the record
paper-record-size = Events in the record
paper-certificate = Certification of the signatures
paper-certificate-text = The platform recorded the signatures below, in the order in which they were given, all over the same document code and after the signers had been shown the PDF whose code stands with each of them.
paper-seat = Signs as
paper-authority = Authority
paper-method = Method of signature
paper-identity-level = Level of identification
paper-signed-at = Date and time
paper-consent = Declaration
paper-shown-pdf-hash = Code of the PDF shown
paper-checkpoint = Checkpoint of the record
paper-checkpoint-text = This platform's digital signature over the record of the case, also attached to this PDF (checkpoint.txt). Whoever keeps this text can prove that the record was not changed later.
paper-attachment = The agreement in machine-readable form: the data from which the document code is computed
paper-attachment-text = Attached to this PDF: agreement.json, the exact data that the document's code is computed over; the document as it was shown to the signers; and the conclusion with the checkpoint that proves it.
paper-substituted = Characters that the fonts of this document do not have are printed in brackets by their Unicode number, as in [U+1F600].
paper-page-of = Page { $page } of { $pages }

# What this document is
paper-identifier = Identification
paper-seat-consumer = Consumer
paper-seat-company = Company
paper-seat-mediator = Mediator
paper-seat-ombudsman = Ombudsman
paper-seat-legal = Legal team
paper-level-email = holds the e-mail address
paper-level-password = password
paper-level-two_factor = two factors
paper-level-passkey = passkey

# The bundle
bundle-readme =
    This ZIP is the record of a case of online mediation, issued by { $operator } at { $site }.
    Contents: { $profile }.

    To check that it is genuine and that nothing was changed, open { $site }/verify and choose this ZIP: the page checks it on your device and sends it nowhere. Or, without any page, with the program acordo:

    curl -o keys.txt { $site }/.well-known/acordo-keys
    acordo verify { $file } --key keys.txt

    Any BagIt tool checks the files against damage, after unpacking:

    bagit.py --validate { $folder }

    The folder data/record holds one fact a line, data/checkpoints the signatures over them, data/evidence the files, data/agreement.pdf the final agreement, where there is one. data/case.json says in withheld what is not here, and why. A message that the mediator hid is in data/record where these contents show its channel: it is part of the record, though nobody but the mediator reads it on the site any more.

## Papers of procedure
paper-procedural-integrity-text = The code below sums up every event of the procedure up to this point. Any change would give another code.
paper-procedural-attachment = The same document in a form for machines
paper-procedural-attachment-text = The file { $file }, attached to this PDF, says the same to programs.
paper-issued-at = Issued on
paper-final_term-opening = This record closes the mediation of the case above. It contains nothing of what was said in it.
paper-certificate-opening = The following is recorded about the case above: who was invited, when, who answered, and when mediation took place, if it did. Nothing that was said, offered or asked is recorded here.
paper-procedure-subtitle = Facts and dates, without the content of the conversations
paper-procedure-opening = Every act of the procedure, in the order in which it was recorded. Messages and proposals are no part of it; of figures it has only those that were reported, confirmed, released or left unpaid of a concluded agreement.
paper-enforcement-subtitle = An agreement that was not kept in time
paper-enforcement-opening = What is stated below as not kept was not kept within the time of the agreement. This document brings together what the creditor needs to enforce it and shows how things stood on { $moment }; what is paid or released later makes a new packet.
paper-enforcement-meaning-two = The signed agreement and the record of the procedure come with this document in the ZIP file.
paper-course = Course
paper-filed-at = Complaint received on
paper-invited-at = Invitation sent on
paper-invitation-delivered = Invitation taken by the recipient's mail server on
paper-invitation-undelivered = No mail server took the invitation, as of
paper-ended-at = End
paper-ending = How it ended
paper-ground = Ground
paper-term-agreed = This mediation ended without a new agreement. The agreement that the parties signed before, on { $day }, document code { $hash }, stands.
paper-answers = Who answered
paper-column-who = Who
paper-column-accepted = Agreed to take part
paper-column-first-word = First wrote in the joint room
paper-column-when = When
paper-column-what = Act
paper-column-state = State
paper-yes = Yes
paper-no = No
paper-never = Never
paper-company-never-answered = The company was invited and had not answered by the date of this document.
paper-company-refused = The company refused the invitation.
paper-consumer-never-answered = The consumer was invited and had not answered by the date of this document.
paper-consumer-refused = The consumer refused the invitation.
paper-record = Acts
paper-enforced = The agreement
paper-sealed-pdf-hash = Code of the final PDF
paper-payments = Obligations and how they were kept
paper-state-due = Due
paper-state-reported = Reported done
paper-state-disputed = Disputed
paper-state-confirmed = Confirmed
paper-state-presumed = Not confirmed
paper-state-breached = Not kept
paper-state-released = Released
paper-still-owed = Still owed: { $sum }
paper-late-by = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
paper-said-on = said on { $day }
paper-column-said = What was said
paper-step-reported = Reported by whoever owes it
paper-step-disputed = Disputed by whoever receives it
paper-step-confirmed = Receipt confirmed
paper-step-released = Released by whoever receives it
paper-step-presumed = No answer: counted as done
paper-step-reopened = Case reopened: waiting for an answer

## What the agreement settles, and what is certified of it
paper-opening-mediated = The parties named below, freely and in good faith, in mediation, have settled the dispute described below and take on the obligations of this document.
paper-opening-contract = The parties named below, freely and in good faith, in direct negotiation, have settled the dispute described below and take on the obligations of this document.
paper-settled = What this agreement settles
paper-settled-product = Product or service
paper-settled-order = Order
paper-settled-happened = When it happened
paper-settled-amount = Amount in dispute
paper-refund = Refund of what was paid
paper-settled-remedy = What was asked
paper-settled-protocols = Earlier reference numbers
paper-settled-filed = Complaint filed
paper-settled-account = What happened, in the words of the person who complained; signing does not mean that the other party confirms them
paper-traded-as = Trading as { $name }
paper-amount-words = { $figure } ({ $words })
paper-due-days = { $days ->
    [0] On the day of the last signature
    [one] { $days } calendar day after the last signature
   *[other] { $days } calendar days after the last signature
}
paper-due-working-days = { $days ->
    [0] On the day of the last signature, or the next working day (calendar: { $calendar })
    [one] { $days } working day after the last signature (calendar: { $calendar })
   *[other] { $days } working days after the last signature (calendar: { $calendar })
}
paper-due-dates = Dates that follow from the last signature
paper-due-number = Obligation { $number }
paper-due-until = by { $day }, midnight
paper-identifier-masked = Identifier
paper-email = E-mail
paper-reflection = Reflection
paper-reflection-waived = Waived the time to reflect, which is a rule of this house
paper-reflection-kept = Signed after the time to reflect, which is a rule of this house
paper-attachment-shown = The document as it was shown to the signers
paper-attachment-concluded = The event of the conclusion, with its path to the checkpoint
paper-attachment-checkpoint = The checkpoint of the record that is printed on the last page
paper-mediation = Mediation { $number }
paper-mediation-span = from { $start } to { $end }
paper-mediation-open = since { $start }, still running
paper-invitation-accepted = Invitation accepted on
paper-invitation-refused = Invitation refused on
paper-invitation-lapsed = Invitation unanswered; its time ended on
paper-term-none = The mediation ended without an agreement.
paper-days-late = { $days ->
    [one] { $days } day late on { $day }
   *[other] { $days } days late on { $day }
}
paper-attestation = Issued by

## The receipt of a complaint
paper-receipt-opening = This complaint was registered on this platform. The document says what was asked, of whom and when, and what is known of the answer up to the date of issue.
paper-receipt-asked = What was asked
paper-receipt-account = What happened, in the words of the person who complained
paper-receipt-answered = The company first wrote in the joint room on
paper-receipt-silent = Up to { $now } the company wrote nothing in the joint room of the case.
paper-receipt-until = The invitation may be answered until the end of { $day }.

## How an agreement came about, and what a later one is about
paper-mediated-by = Mediation
paper-opening-ombudsman = The parties named below, freely and in good faith, by a recommendation of the ombudsman's team that both accepted, have settled the dispute described below and take on the obligations of this document.
paper-opening-legal = The parties named below, freely and in good faith, by a recommendation of the legal team that had the case, which both accepted, have settled the dispute described below and take on the obligations of this document.
paper-before = Earlier agreement
paper-before-stands = Version { $version }, signed on { $day }. It stands.
paper-before-hash = Code of the earlier agreement
paper-before-complaint = Original matter
paper-further = This agreement
paper-further-is = A further agreement of the same case, about what the obligations below say.
paper-unsolved = What the consumer named, on { $day }, as not solved by the earlier agreement, in their own words; signing does not mean that the other party confirms them
paper-account-at = Company's account received on
paper-by-rule = Mediator, in whose name this record is issued by rule, from the event that ended the mediation, under the seal of this house
paper-company-wrote-nothing = The company accepted the invitation and had written nothing in the case by the date of this document.
paper-company-silent-until = The company accepted the invitation and wrote nothing in the case up to the end of its time for a first answer, the end of { $day }.
paper-consumer-refused-unconfirmed = The invitation was refused by whoever received it at the address that the company gave. The identity of that person was not confirmed.
paper-consumer-never-answered-unconfirmed = Nobody had answered the invitation sent to the address that the company gave by the date of this document. It was not confirmed that the address is the consumer's.
paper-delay = Delay
paper-other-agreement = Another agreement of the same case
paper-due-number-of = Obligation { $number } of the agreement version { $version }
paper-receipt-not-admitted-at = Not admitted by this house on
paper-receipt-not-admitted = This house did not admit the complaint. Ground: { $ground }. It was not sent to the company.
paper-receipt-waits = Up to { $now } this house had not yet admitted the complaint, and it had not been sent to the company.
paper-receipt-ended-before = The case ended before the complaint was sent to the company.
paper-receipt-not-reached = Up to { $now } no mail server had taken the invitation to the company: it is not known that the complaint reached it.
paper-account-filed = Company's account received
paper-named-by-company = Name given by the company; identity not confirmed
