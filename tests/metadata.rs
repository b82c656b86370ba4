//! Bylines and dates that stand only in the visible text, in the languages of the web.

#![allow(clippy::unwrap_used)] // What is missing fails the test.

use dehusk::Options;

/// A paragraph of each language, to be the article; the line under the title; author and day in it.
const PAGES: &[(&str, &str, &str, &str)] = &[
    ("en", "The garden behind the mill is sown by the same family every spring, and they write down what came up first.", "By Ann Ash | May 3, 2021", "Ann Ash"),
    ("de", "Der Garten hinter der Mühle wird jedes Frühjahr von derselben Familie bestellt, und sie schreibt auf, was zuerst aufging.", "Von Anna Esche, 3. Mai 2021", "Anna Esche"),
    ("fr", "Le jardin derrière le moulin est semé chaque printemps par la même famille, qui note ce qui a poussé en premier.", "Par Anne Frêne, le 3 mai 2021", "Anne Frêne"),
    ("es", "El jardín detrás del molino lo siembra cada primavera la misma familia, que apunta lo que brotó primero.", "Por Ana Fresno · 3 de mayo de 2021", "Ana Fresno"),
    ("pt", "O jardim atrás do moinho é semeado todas as primaveras pela mesma família, que anota o que nasceu primeiro.", "Por Ana Freixo, 3 de maio de 2021", "Ana Freixo"),
    ("it", "Il giardino dietro il mulino è seminato ogni primavera dalla stessa famiglia, che annota che cosa è spuntato prima.", "di Anna Frassino | 3 maggio 2021", "Anna Frassino"),
    ("nl", "De tuin achter de molen wordt elk voorjaar door dezelfde familie ingezaaid, en zij schrijft op wat het eerst opkwam.", "Door Anna van der Es, 3 mei 2021", "Anna van der Es"),
    ("pl", "Ogród za młynem co wiosnę obsiewa ta sama rodzina, która zapisuje, co wzeszło najpierw.", "Autor: Anna Jesion, 3 maja 2021", "Anna Jesion"),
    ("ru", "Сад за мельницей каждую весну засевает одна и та же семья, и она записывает, что взошло первым.", "Автор: Анна Ясень, 3 мая 2021", "Анна Ясень"),
    ("tr", "Değirmenin arkasındaki bahçeyi her bahar aynı aile eker ve ilk neyin çıktığını yazar.", "Yazan: Ayşe Dişbudak | 3 Mayıs 2021", "Ayşe Dişbudak"),
    ("id", "Kebun di belakang kincir ditanami setiap musim semi oleh keluarga yang sama, yang mencatat apa yang tumbuh pertama.", "Oleh Ani Abu, 3 Mei 2021", "Ani Abu"),
    ("vi", "Khu vườn sau cối xay được cùng một gia đình gieo hạt mỗi mùa xuân, và họ ghi lại cây nào mọc trước.", "Tác giả: An Tần, ngày 3 tháng 5 năm 2021", "An Tần"),
    ("ar", "تزرع العائلة نفسها الحديقة خلف الطاحونة كل ربيع، وتكتب ما الذي نبت أولا في كل عام من الأعوام.", "بقلم: آنا دردار | 3 مايو 2021", "آنا دردار"),
    ("zh-Hans", "磨坊后面的花园每年春天都由同一个家庭播种，他们把最先长出来的东西写下来，一年也没有断过。", "2021年5月3日 来源：磨坊日报 记者：王小苗", "王小苗"),
    ("zh-Hant", "磨坊後面的花園每年春天都由同一個家庭播種，他們把最先長出來的東西寫下來，一年也沒有斷過。", "2021-05-03 作者：王小苗", "王小苗"),
    ("ja", "水車小屋の裏の庭は毎年春に同じ家族が種をまき、最初に芽を出したものを書き留めている。", "2021年5月3日 文：山田花子", "山田花子"),
    ("ko", "물레방앗간 뒤의 정원은 해마다 봄이면 같은 가족이 씨를 뿌리고 무엇이 먼저 싹텄는지 적어 둔다.", "홍길동 기자 입력 2021.05.03", "홍길동"),
];

#[test]
fn bylines_and_dates_are_read_in_many_languages() {
    let mut wrong = Vec::new();
    for (lang, sentence, line, author) in PAGES {
        let paragraph = format!("<p>{}</p>", [*sentence; 3].join(" "));
        let body = paragraph.repeat(5);
        let html = format!(
            "<html lang={lang}><title>{sentence}</title><body><main><h1>{sentence}</h1><p>{line}</p>{body}</main>"
        );
        let options = Options { url: Some("https://mill.test/garden".to_string()), ..Options::default() };
        let article = dehusk::extract(&html, &options).unwrap().unwrap_or_else(|| panic!("{lang} is an article"));
        let day = article.published.as_deref().map(|date| date.chars().take(10).collect::<String>());
        if article.byline.as_deref() != Some(author) || day.as_deref() != Some("2021-05-03") {
            wrong.push(format!("{lang}: {:?} {:?}", article.byline, article.published));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
