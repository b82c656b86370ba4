//! Which Chinese characters belong to one orthography only: the 600 commonest pairs of the first
//! level of GB 2312 whose simplified and traditional forms differ (pairs as in OpenCC's character table).

/// Simplified forms that no traditional text uses, in code point order.
const SIMPLIFIED: &str =
    "万与专业东丝丢两严丧个临丽举么义乌乐乔习乡书买乱争亚产亩亲亿仅从仓仪们价优会伟传伤伦体侣侦侧倾储\
     儿党兰关兴养兽内册写军农决况减凤击划刘则刚创删剧劝办务动励劲劳势勋区医华协单卖卢却厂厅历压厌厦县\
     参双变号吕吗听吴员响唤团园围国图圆圣场坏块坚坛墙壮声处备复够头夸夺奋奖奥妇妈娱孙学宁宝实宠审宫宽\
     宾对寻导寿将尔尝尽层届属岁岂岗岛币帅师帐带帮广庄庆库应开异弃张弥弯弹强归当录彦彻径忆怀态总恋恒恶\
     悬惊惯愤愿戏战执扩扫扬抚抢护报担拟拥择挂挥损换据摄摆摇撑敌敛数断无旧时显晓暂术机杀杂权条来杨极构\
     枪标栋栏树样档梦检楼横欢欧残毕气汇汉汤沦泪泽洁测济浓润渐渔湾滚满滥潜灭灯灵点烂烟烦烧热焕爱牺状犹\
     独猪猫献环现电画畅疗疯盐监盖盗盘矿码础确礼祸离积称稳穷竞笔筑签简类粮紧纠红约级纪纯纲纳纷纸纽线练\
     组细织终绍经结绕绘给络绝统继绩绪续维综绿编缘缚缩网罗罢耻职联聪胆脉脏脑脚脸腊腾艳艺节苏荐荡荣药获\
     营萧萨蓝虑虚虽蛮补装见观规视览觉触誉计订认讨让训议讯记讲许论讽设访证评识诉词译试诗诚话诞询该详语\
     误请诸诺读课谁调谈谋谎谓谢谣贝负贡财责贤败货质贪贫购贯贱贴贵贷贸费贺贼资赋赏赐赖赚赛赞赢赵赶趋跃\
     践车转轮软轻载较辈辉辑输边辽达迁过迈运还这进远违连迟迹适选逻遗邓邮邻郑释针钟钱铁铭银链销锋错锡键\
     镇镜长门闪闭问闲间闹闻队阳阵阶际陆陈险随隐隶难静韧韩页顶项顺须顽顾顿颁颂预领颇频颗题颜额颠风飘飞\
     饭饰饶馆马驱驻骂骄验骗骤鱼鲁鲜鸟鸡鸣鹏麦黄齐龄龙";

/// Traditional forms that no simplified text uses, in code point order.
const TRADITIONAL: &str =
    "丟亂亞來侶倉個們倫偉側偵備傳傷傾僅價儀億優儲兒內兩冊刪則剛創劃劇劉勁動務勞勢勳勵勸匯區協卻厭參吳\
     呂員問喚喪喬單嗎嘗嚴國圍園圓圖團執堅報場塊壇壓壞壯壽夠夢奧奪奮娛婦媽孫學宮實寧審寫寬寵寶將專尋對\
     導屆層屬島崗帥師帳帶幣幫庫廈廠廣廳張強彈彌彎彥徑從復徹恆恥惡愛態慣慮慶憤憶應懷懸戀戰戲掃掛揚換揮\
     損搖搶撐撫擁擇擊擔據擬擴擺攝敗敵數斂斷時暢暫曉書會東條棄棟楊業極榮構槍樂樓標樣樹機橫檔檢欄權歐歡\
     歲歷歸殘殺氣決況淚淪減測湯滅滾滿漁漢漸潔潛潤澤濃濟濫灣烏無煙煥煩熱燈燒營爛爭爾牆犧狀猶獎獨獲獸獻\
     現環產畝畢畫異當瘋療盜盡監盤盧確碼礎礦禍禮稱積穩窮競筆節築簡籤糧糾紀約紅納紐純紙級紛細紹終組結絕\
     絡給統絲經綜綠維綱網緊緒線緣編練縛縣縮總績織繞繪繼續罵罷羅義習聖聞聯聰聲職聽脈腦腳膽臉臘臨與興舉\
     舊莊華萬蓋蕩蕭薦薩藍藝藥蘇蘭處虛號蠻術補裝見規視親覺覽觀觸訂計訊討訓記訪設許訴評詞詢試詩話該詳誇\
     認誕語誠誤誰課調談請論諷諸諾謀謂謊講謝謠證識譯議護譽讀變讓豈豔豬貓貝負財貢貧貨貪貫責貴買貸費貼貿\
     賀資賊賓賜賞賢賣賤賦質賴賺購賽贊贏趕趙趨跡踐躍車軍軟較載輕輝輩輪輯輸轉辦農這連進運過達違遠適遲遷\
     選遺遼邁還邊邏郵鄉鄧鄭鄰醫釋針銀銘銷鋒錄錢錫錯鍵鍾鎮鏈鏡鐵長門閃閉開閒間關陣陳陸陽隊階際隨險隱隸\
     雖雙雜雞離難電靈靜韌韓響頁頂項順須頌預頑頒頓頗領頭頻顆題額顏願顛類顧顯風飄飛飯飾養館饒馬駐騙騰驅\
     驕驗驚驟髒體鬧魚魯鮮鳥鳳鳴鵬鹽麗麥麼黃點黨齊齡龍";

/// Orthographies of Chinese.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Variant {
    /// As in mainland China and Singapore.
    Simplified,
    /// As in Taiwan, Hong Kong and Macau.
    Traditional,
}

/// The only orthography a character belongs to, if it is one of the common ones that tell.
#[must_use]
pub fn variant(c: char) -> Option<Variant> {
    if c < '\u{4e00}' {
        None
    } else if holds(SIMPLIFIED, c) {
        Some(Variant::Simplified)
    } else if holds(TRADITIONAL, c) {
        Some(Variant::Traditional)
    } else {
        None
    }
}

/// Binary search over a sorted string whose characters all take three bytes of UTF-8.
fn holds(sorted: &str, c: char) -> bool {
    const BYTES: usize = 3;
    if c.len_utf8() != BYTES {
        return false;
    }
    let mut wanted = [0; BYTES];
    c.encode_utf8(&mut wanted);
    let bytes = sorted.as_bytes();
    let (mut low, mut high) = (0, bytes.len() / BYTES);
    while low < high {
        let middle = (low + high) / 2;
        match bytes[middle * BYTES..(middle + 1) * BYTES].cmp(&wanted[..]) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_one_sided_characters() {
        assert!(SIMPLIFIED.chars().zip(SIMPLIFIED.chars().skip(1)).all(|(a, b)| a < b));
        assert!(TRADITIONAL.chars().zip(TRADITIONAL.chars().skip(1)).all(|(a, b)| a < b));
        assert_eq!(variant('国'), Some(Variant::Simplified));
        assert_eq!(variant('國'), Some(Variant::Traditional));
        assert_eq!(variant('人'), None);
        assert_eq!(variant('a'), None);
    }
}
