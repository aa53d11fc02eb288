//! The stories: seventeen cases, each left at another point, in five trades and three languages.

use super::DemoError;
use super::cast::{Cast, CastMember, Firm};
use super::scene::{Scene, caucus, owes, reais, terms};
use super::told;
use crate::http::app_state::AppState;
use acordo_domain::case::command::{Command, ImpasseGround, Stage};
use acordo_domain::id::CaseId;
use acordo_domain::money::Money;
use acordo_domain::seat::Side;
use acordo_domain::terms::ObligationKind as Kind;

/// How many cases [`play`] makes.
pub const CASES: usize = 17;

/// Plays every story. The newest case is the one that a visitor most likely opens first.
pub async fn play(state: &AppState, cast: &Cast) -> Result<Vec<CaseId>, DemoError> {
    let stage = Theatre { state, cast };
    Ok(vec![
        stage.withdrawn().await?,
        stage.escalated().await?,
        stage.with_the_company_s_ombudsman().await?,
        stage.left().await?,
        stage.fulfilled().await?,
        stage.reported().await?,
        stage.settled().await?,
        stage.signing().await?,
        stage.both_asked().await?,
        stage.mediated().await?,
        stage.mediator_named().await?,
        stage.counter_offer().await?,
        stage.declined().await?,
        stage.company_s_turn().await?,
        stage.refused_invitation().await?,
        stage.invited_by_the_company().await?,
        stage.offer_waits().await?,
    ])
}

/// A fresh case: Marina complains of Loja Aurora, which has not answered yet.
pub async fn fresh<'a>(state: &'a AppState, cast: &'a Cast) -> Result<Scene<'a>, DemoError> {
    Scene::file(state, cast, CastMember::Marina, Firm::Aurora, told::washing_machine()).await
}

#[derive(Clone, Copy)]
struct Theatre<'a> {
    state: &'a AppState,
    cast: &'a Cast,
}

impl<'a> Theatre<'a> {
    async fn file(
        self,
        consumer: CastMember,
        firm: Firm,
        complaint: acordo_domain::case::command::Complaint,
    ) -> Result<Scene<'a>, DemoError> {
        Scene::file(self.state, self.cast, consumer, firm, complaint).await
    }

    /// Closed: the company said no, and may still change its mind.
    async fn refused_invitation(self) -> Result<CaseId, DemoError> {
        let scene = self.file(CastMember::Rafael, Firm::Vale, told::reconnection()).await?;
        scene.act(CastMember::Rep(Firm::Vale), Command::InvitationRefuse {}).await?;
        Ok(scene.case)
    }

    /// Intake: the company began, and the consumer has not answered.
    async fn invited_by_the_company(self) -> Result<CaseId, DemoError> {
        let rep = CastMember::Rep(Firm::Aurora);
        let today = self.state.store.rules().calendar.day(self.state.store.now());
        let account = told::late_oven(today);
        let scene = Scene::invite(self.state, self.cast, rep, CastMember::Rafael, account).await?;
        Ok(scene.case)
    }

    /// Negotiation: the consumer wrote last.
    async fn company_s_turn(self) -> Result<CaseId, DemoError> {
        let rep = CastMember::Rep(Firm::Vetor);
        let scene = self.file(CastMember::Ana, Firm::Vetor, told::fibre()).await?;
        scene.accept_invitation(rep).await?;
        scene
            .say(rep, "Olá, Ana. Sou o Caio e cuido do seu caso até o fim. A medição que você fez foi por cabo?")
            .await?;
        scene.say(CastMember::Ana, "Foi por cabo, em três dias diferentes. Tenho as fotos das medições.").await?;
        Ok(scene.case)
    }

    /// Negotiation: an offer waits for the consumer.
    async fn offer_waits(self) -> Result<CaseId, DemoError> {
        let rep = CastMember::Rep(Firm::Aurora);
        let scene = self.file(CastMember::Marina, Firm::Aurora, told::phone()).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Olá, Marina. Obrigada por trazer isso. Sinto muito pelos vinte dias sem telefone.").await?;
        scene.say(CastMember::Marina, "Eu só quero resolver. Preciso do telefone para trabalhar.").await?;
        let offer = terms(vec![
            owes(Kind::Refund, Some(reais(99_900)), 5, "Devolução no mesmo cartão da compra"),
            owes(Kind::Voucher, Some(reais(20_000)), 2, "Vale-compra sem prazo de validade"),
        ]);
        scene
            .propose(rep, offer, "Você disse que precisa do telefone para trabalhar. Por isso o prazo é curto.", None)
            .await?;
        Ok(scene.case)
    }

    /// Negotiation, in English: a counter-offer waits for the company.
    async fn counter_offer(self) -> Result<CaseId, DemoError> {
        let rep = CastMember::Rep(Firm::Horizonte);
        let complaint = told::flight();
        let currency = complaint.amount_in_dispute.map(|money| money.currency);
        let currency = currency.ok_or(DemoError::Story("a complaint lost its amount"))?;
        let dollars = |amount| Some(Money { amount, currency });
        let scene = self.file(CastMember::Emily, Firm::Horizonte, complaint).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Hello Emily, thank you for writing. I am Valeria and I stay with your case.").await?;
        let first = terms(vec![owes(Kind::Voucher, dollars(30_000), 10, "Voucher for any trip with us")]);
        let first = scene.propose(rep, first, "This we can do at once.", None).await?;
        let counter = terms(vec![
            owes(Kind::Refund, dollars(36_000), 10, "To the card that paid for the trip"),
            owes(Kind::Explain, None, 5, "Why nobody answered for nine days"),
        ]);
        scene
            .propose(
                CastMember::Emily,
                counter,
                "I will not travel again soon, so a voucher does not help me.",
                Some(first),
            )
            .await?;
        Ok(scene.case)
    }

    /// Negotiation: declined, and what would work is said.
    async fn declined(self) -> Result<CaseId, DemoError> {
        let rep = CastMember::Rep(Firm::Ipe);
        let scene = self.file(CastMember::Marina, Firm::Ipe, told::account()).await?;
        scene.accept_invitation(rep).await?;
        let offer = terms(vec![owes(Kind::Refund, Some(reais(8_970)), 5, "Três das seis tarifas")]);
        let number = scene.propose(rep, offer, "As três últimas nós devolvemos já.", None).await?;
        scene.decline(CastMember::Marina, number, "As seis tarifas, sem juros, resolvem para mim.").await?;
        Ok(scene.case)
    }

    /// Negotiation, in Spanish: a mediator is named and has not accepted yet.
    async fn mediator_named(self) -> Result<CaseId, DemoError> {
        let rep = CastMember::Rep(Firm::Horizonte);
        let scene = self.file(CastMember::Joaquin, Firm::Horizonte, told::hotel()).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Hola, Joaquín. Soy Valeria. Ya pedí al hotel el registro de su estadía.").await?;
        scene.say(CastMember::Joaquin, "Gracias. Prefiero que nos ayude un mediador.").await?;
        scene.ask_for_mediator(CastMember::Joaquin, CastMember::Lucia).await?;
        Ok(scene.case)
    }

    /// Mediation: words in the joint room and in both private rooms, a summary to confirm, a request to disclose.
    async fn mediated(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Rafael, CastMember::Rep(Firm::Aurora));
        let scene = self.file(consumer, Firm::Aurora, told::washing_machine()).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Olá, Rafael. A troca depende do fabricante, estou cobrando.").await?;
        scene.say(consumer, "Já ouvi isso duas vezes.").await?;
        let mediator = scene.ask_for_mediator(consumer, CastMember::Davi).await?;
        let words = "Não conheço as partes. Quem me paga é o centro, o mesmo valor com ou sem acordo.";
        scene.begin_mediation(mediator, [consumer, rep], words).await?;
        scene.say(mediator, "Bom dia. Aqui todos leem. Na conversa reservada, o outro lado não vê nada.").await?;
        scene.act(mediator, Command::StageMove { stage: Stage::Facts, note: None }).await?;
        let room = caucus(Side::Consumer);
        scene.say_in(consumer, room, "Aceito esperar mais uma semana se a data vier por escrito.").await?;
        scene.say_in(rep, caucus(Side::Company), "Tenho uma lavadora de mostruário que posso entregar amanhã.").await?;
        let text = "Você está cansado de promessas e quer uma data por escrito.".to_owned();
        scene.act(mediator, Command::SummaryWrite { side: Side::Consumer, text }).await?;
        let words = "Aceito esperar mais uma semana se a data vier por escrito.".to_owned();
        scene.act(mediator, Command::DisclosureAsk { side: Side::Consumer, words }).await?;
        Ok(scene.case)
    }

    /// Mediation: the mediator proposed, one side has answered, and nobody sees which.
    async fn both_asked(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Ana, CastMember::Rep(Firm::Ipe));
        let scene = self.file(consumer, Firm::Ipe, told::card()).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Olá, Ana. A contestação foi negada porque a senha foi digitada.").await?;
        let mediator = scene.ask_for_mediator(rep, CastMember::Davi).await?;
        scene.begin_mediation(mediator, [consumer, rep], "Sou cliente de outro banco e não conheço as partes.").await?;
        let offer = terms(vec![
            owes(Kind::Refund, Some(reais(64_800)), 5, "Duas das três compras, na próxima fatura"),
            owes(Kind::Explain, None, 5, "Por escrito, por que a contestação foi negada"),
        ]);
        let number = scene.propose(mediator, offer, "Cada lado responde sem que o outro veja.", None).await?;
        scene.accept(consumer, number).await?;
        Ok(scene.case)
    }

    /// From a complaint to a draft, as far as everybody agreed at once.
    async fn agreed(
        self,
        consumer: CastMember,
        firm: Firm,
        complaint: acordo_domain::case::command::Complaint,
        offer: acordo_domain::terms::Terms,
        note: &str,
    ) -> Result<Scene<'a>, DemoError> {
        let rep = CastMember::Rep(firm);
        let scene = self.file(consumer, firm, complaint).await?;
        scene.accept_invitation(rep).await?;
        let number = scene.propose(rep, offer, note, None).await?;
        scene.accept(consumer, number).await?;
        scene.write_out().await?;
        Ok(scene)
    }

    async fn signed_by_both(scene: &Scene<'_>, consumer: CastMember, rep: CastMember) -> Result<(), DemoError> {
        scene.act(consumer, Command::AgreementWaiveReflection { version: None }).await?;
        scene.sign(rep).await?;
        scene.sign(consumer).await?;
        scene.seal().await
    }

    /// Agreed: the company has signed, the consumer has not.
    async fn signing(self) -> Result<CaseId, DemoError> {
        let offer = terms(vec![
            owes(Kind::CorrectRecord, None, 3, "Retirar o nome do cadastro de devedores"),
            owes(Kind::Refund, Some(reais(17_970)), 5, "As três faturas cobradas depois do cancelamento"),
        ]);
        let note = "Você tem razão: o cancelamento está registrado em agosto.";
        let scene = self.agreed(CastMember::Marina, Firm::Vetor, told::mobile_plan(), offer, note).await?;
        scene.sign(CastMember::Rep(Firm::Vetor)).await?;
        Ok(scene.case)
    }

    /// Settled, in English: signed by all, nothing due yet.
    async fn settled(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Emily, CastMember::Rep(Firm::Aurora));
        let offer = terms(vec![owes(Kind::Replace, None, 7, "A new lamp, picked up and delivered at your door")]);
        let scene = self.agreed(consumer, Firm::Aurora, told::lamp(), offer, "The return costs you nothing.").await?;
        Self::signed_by_both(&scene, consumer, rep).await?;
        Ok(scene.case)
    }

    /// Settled, in Spanish: the company reported its part done; the consumer has to confirm.
    async fn reported(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Joaquin, CastMember::Rep(Firm::Aurora));
        let offer = terms(vec![
            owes(Kind::Repair, None, 10, "Cambio de la pata en su casa"),
            owes(Kind::ReducePrice, Some(reais(48_000)), 5, "Devolución del veinte por ciento"),
        ]);
        let note = "Usted se queda con el azul; nosotros reparamos y bajamos el precio.";
        let scene = self.agreed(consumer, Firm::Aurora, told::sofa(), offer, note).await?;
        Self::signed_by_both(&scene, consumer, rep).await?;
        scene.act(rep, Command::ObligationReportDone { id: 1, evidence: Vec::new(), money: None, on: None }).await?;
        Ok(scene.case)
    }

    /// Closed: done and confirmed.
    async fn fulfilled(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Marina, CastMember::Rep(Firm::Vale));
        let offer = terms(vec![
            owes(Kind::CorrectRecord, None, 2, "Nova leitura e conta corrigida"),
            owes(Kind::Apologise, None, 2, "Por escrito, pelo corte"),
        ]);
        let note = "O medidor estava com defeito. O corte foi um erro nosso.";
        let scene = self.agreed(consumer, Firm::Vale, told::bill(), offer, note).await?;
        Self::signed_by_both(&scene, consumer, rep).await?;
        for id in 1..=2 {
            scene.act(rep, Command::ObligationReportDone { id, evidence: Vec::new(), money: None, on: None }).await?;
            scene.act(consumer, Command::ObligationConfirm { id, money: None, on: None }).await?;
        }
        Ok(scene.case)
    }

    /// No agreement: the mediator ended it, and the case went on to the ombudsman.
    async fn escalated(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Rafael, CastMember::Rep(Firm::Expresso));
        let scene = self.file(consumer, Firm::Expresso, told::parcel()).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Olá, Rafael. Para nós a entrega foi feita.").await?;
        let mediator = scene.ask_for_mediator(consumer, CastMember::Davi).await?;
        scene.begin_mediation(mediator, [consumer, rep], "Não conheço as partes nem a transportadora.").await?;
        scene.say(mediator, "Ouvi os dois lados. Sem o registro da entrega não há como avançar aqui.").await?;
        scene.act(mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement }).await?;
        Ok(scene.case)
    }

    /// With the company's own ombudsman: the mediator ended it without agreement.
    async fn with_the_company_s_ombudsman(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Ana, CastMember::Rep(Firm::Aurora));
        let scene = self.file(consumer, Firm::Aurora, told::headphones()).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Olá, Ana. A assistência não achou defeito. Posso mandar de novo.").await?;
        scene.say(consumer, "Já foram vinte dias sem celular. Mandar de novo não resolve.").await?;
        let mediator = scene.ask_for_mediator(consumer, CastMember::Davi).await?;
        scene.begin_mediation(mediator, [consumer, rep], "Não conheço as partes.").await?;
        scene.act(mediator, Command::ImpasseDeclare { ground: ImpasseGround::NoAgreement }).await?;
        Ok(scene.case)
    }

    /// With the independent ombudsman: the consumer left the mediation.
    async fn left(self) -> Result<CaseId, DemoError> {
        let (consumer, rep) = (CastMember::Joaquin, CastMember::Rep(Firm::Horizonte));
        let scene = self.file(consumer, Firm::Horizonte, told::excursion()).await?;
        scene.accept_invitation(rep).await?;
        scene.say(rep, "Hola, Joaquín. La aerolínea todavía no nos devolvió el importe.").await?;
        let mediator = scene.ask_for_mediator(consumer, CastMember::Lucia).await?;
        scene.begin_mediation(mediator, [consumer, rep], "No conozco a las partes.").await?;
        scene.act(consumer, Command::MediationLeave {}).await?;
        Ok(scene.case)
    }

    /// Closed: the consumer took the complaint back.
    async fn withdrawn(self) -> Result<CaseId, DemoError> {
        let scene = self.file(CastMember::Ana, Firm::Expresso, told::broken_parcel()).await?;
        scene.accept_invitation(CastMember::Rep(Firm::Expresso)).await?;
        scene
            .say(CastMember::Rep(Firm::Expresso), "Olá, Ana. O remetente já nos pediu o valor dos pratos por você.")
            .await?;
        scene.act(CastMember::Ana, Command::CaseWithdraw {}).await?;
        Ok(scene.case)
    }
}
